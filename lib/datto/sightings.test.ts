import { describe, expect, it } from 'vitest';
import { readClientList, readSwitchPorts } from './answers';
import switchJson from './examples/switch.json';

const answer = (json: unknown) => ({ host: 'api.cloudtrax.com', json }) as const;

describe("a switch's ports", () => {
  it('are read as the reference has them', () => {
    const { rows, skipped, oddFields } = readSwitchPorts(answer(switchJson));
    expect(rows.map(({ id }) => id)).toEqual(switchJson.ports.map(({ id }) => id));
    expect(rows[0]).toEqual({
      id: '1',
      enabled: true,
      up: false,
      description: null,
      speed: null,
      uplink: false,
      vlan: 1,
      poe: { enabled: true, status: 'searching', draw: 0, limit: 20 },
      macs: [],
    });
    expect(rows[1]?.poe).toBeNull();
    expect([skipped, oddFields]).toEqual([[], []]);
  });

  it('are read from values of other types, and a MAC that is none is left out', () => {
    const odd = {
      id: 12,
      enable: '1',
      status: 'up',
      link_speed_neg: '1000',
      uplink: 0,
      vlan_id: '20',
      type: 'poe',
      poe: { enable: 1, status: 'Delivering power', power_draw_w: '6.4', power_limit_user_w: 15 },
      connected_device_mac_list: ['00:1B:A9:4E:12:0C', '001ba94e120c', '00:00:00:00:00:00', 7],
    };
    expect(readSwitchPorts(answer({ ports: { first: odd } })).rows).toEqual([
      {
        id: '12',
        enabled: true,
        up: true,
        description: null,
        speed: 1000,
        uplink: false,
        vlan: 20,
        poe: { enabled: true, status: 'delivering power', draw: 6.4, limit: 15 },
        macs: ['001ba94e120c'],
      },
    ]);
    expect(readSwitchPorts(answer({ ports: [{ status: 'up' }] })).skipped).toHaveLength(1);
    expect(readSwitchPorts(answer({})).rows).toEqual([]);
  });
});

describe("a network's clients", () => {
  const laptop = {
    link: 'wireless',
    last_node: 'ac:86:74:00:00:01',
    last_seen: '2026-03-05T11:00:00Z',
    traffic: { ssid1: { bup: 0, bdown: 0 }, ssid3: { bup: '5', bdown: 9 } },
  };

  it('are those by radio, with access point and SSID where one has all the traffic', () => {
    const clients = [
      { '3c:a9:f4:51:8e:20': laptop },
      { 'da:a1:19:00:11:22': { ...laptop, last_node: '', traffic: [] } },
      { '00:1b:a9:4e:12:0c': { ...laptop, link: 'wired' } },
      { '': laptop, junk: laptop },
    ];
    expect(readClientList(answer({ clients })).rows).toEqual([
      {
        mac: '3ca9f4518e20',
        accessPoint: 'ac8674000001',
        ssid: 3,
        lastSeen: '2026-03-05T11:00:00Z',
      },
      { mac: 'daa119001122', accessPoint: null, ssid: null, lastSeen: '2026-03-05T11:00:00Z' },
    ]);
  });

  it('may say their MAC themselves', () => {
    const { rows } = readClientList(answer({ clients: [{ mac: '3c-a9-f4-51-8e-20', ...laptop }] }));
    expect(rows).toHaveLength(1);
  });
});
