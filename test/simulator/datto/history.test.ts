import { describe, expect, it } from 'vitest';
import nodesExample from '@/lib/datto/examples/history-nodes.json';
import { TenantBuilder } from '../tenant/builder';
import { clientHistory, nodeHistory, powerStripUsage } from './history';

const builder = new TenantBuilder(3, Date.UTC(2025, 5, 1));
const network = builder.network({ name: 'Main' });
builder.ssid(network, { ssid_num: 1 });
builder.ssid(network, { ssid_num: 2 });
for (let n = 0; n < 12; n += 1) builder.accessPoint(network, { active_clients: 5 });
const strip = builder.powerStrip(network);
network.clients = [
  { mac: '00:15:5d:01:02:03', name: 'HF-SF-EXCH01', os: 'windows', link: 'wired' },
];
const span = { period: 'day', now: Date.UTC(2025, 5, 1, 12), seed: 1 };

interface Node {
  traffic: Record<string, Record<string, number>>;
  metrics?: object[];
  checkins: { time: string; status?: string }[];
}
const nodes = () =>
  (nodeHistory(network, span).nodes as Record<string, Node>[]).flatMap((one) => Object.values(one));

describe("a network's history", () => {
  it('has the shape of the reference for its nodes', () => {
    const example = Object.values(nodesExample.nodes[0]!)[0]!;
    const repeater = nodes().find(({ checkins }) => checkins.at(-1)?.status === 'repeater')!;
    expect(Object.keys(repeater)).toEqual(Object.keys(example));
    expect(Object.keys(repeater.traffic)).toEqual(Object.keys(example.traffic));
    expect(Object.keys(repeater.traffic.ssid1!)).toEqual(Object.keys(example.traffic.ssid1));
    expect(repeater.checkins.length).toBeGreaterThan(270);
  });

  it('measures no speed over the mesh for gateways', () => {
    for (const { metrics, checkins } of nodes()) {
      const isGateway = checkins.some(({ status }) => status === 'gateway');
      expect(metrics === undefined).toBe(isGateway);
    }
  });

  it('has outages of some nodes, the same ones for a seed', () => {
    const outages = nodes().map(
      ({ checkins }) => checkins.filter((one) => !('status' in one)).length,
    );
    expect(outages.filter((count) => count > 0).length).toBeGreaterThan(0);
    expect(outages.filter((count) => count === 0).length).toBeGreaterThan(0);
    expect(nodeHistory(network, span)).toEqual(nodeHistory(network, span));
    expect(nodeHistory(network, { ...span, seed: 2 })).not.toEqual(nodeHistory(network, span));
  });

  it('misses samples of some nodes, and has some of a clock in the future', () => {
    const all = Array.from({ length: 10 }, (_, seed) =>
      (nodeHistory(network, { ...span, seed }).nodes as Record<string, Node>[]).flatMap((one) =>
        Object.values(one),
      ),
    ).flat();
    expect(all.some(({ checkins }) => checkins.length < 288)).toBe(true);
    const isAhead = ({ time }: { time: string }) => Date.parse(time) > span.now;
    expect(all.some(({ checkins }) => checkins.some(isAhead))).toBe(true);
  });

  it('has its clients by MAC: those of the tenant, and phones with MACs of their own making', () => {
    const clients = clientHistory(network, span).clients as Record<string, object>[];
    const macs = clients.flatMap((one) => Object.keys(one));
    expect(macs).toHaveLength(61);
    expect(macs[0]).toBe('00:15:5d:01:02:03');
    expect(macs.some((mac) => '26ae'.includes(mac[1]!))).toBe(true);
    const { mac } = network.nodes[4]!;
    network.clients = [{ ...network.clients![0]!, node: mac, ssid: 2 }];
    const placed = clientHistory(network, span).clients as Record<string, object>[];
    expect(placed[0]!['00:15:5d:01:02:03']).toMatchObject({
      last_node: mac,
      traffic: { ssid2: expect.anything() as object },
    });
    expect(clients[0]![macs[0]!]).toMatchObject({
      cid: '31792',
      link: 'wired',
      name: 'HF-SF-EXCH01',
    });
  });

  it('has an outage that the tenant names', () => {
    network.nodes[0]!.outages = [{ from: '2025-06-01T02:10:00Z', to: '2025-06-01T02:55:00Z' }];
    const down = nodes()[0]!.checkins.filter((one) => !('status' in one));
    const times = down.map(({ time }) => time);
    expect(times).toEqual(expect.arrayContaining(['2025-06-01T02:10:00Z', '2025-06-01T02:50:00Z']));
    network.nodes[0]!.outages = [];
    expect(nodes()[0]!.checkins.filter((one) => !('status' in one)).length).toBe(down.length - 9);
  });

  it('has the usage of a power strip by port', () => {
    const usage = powerStripUsage(strip, { ...span, period: '2hours' }).usage as {
      ports: Record<string, object>;
    }[];
    expect(usage).toHaveLength(24);
    expect(Object.keys(usage[0]!.ports)).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(Object.keys(usage[0]!.ports['1']!).sort()).toEqual([
      'active_power_w',
      'current_a',
      'voltage_v',
    ]);
  });
});
