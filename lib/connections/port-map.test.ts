import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMac, type Mac } from '@/lib/model/mac';
import { mapPorts, namesOneThing } from './port-map';
import { port } from '@/lib/model/switch-port.fixture';

const mac = (number: number) => `001ba9${number.toString(16).padStart(6, '0')}` as Mac;
const [printer, phone, server] = [mac(1), mac(2), mac(3)] as const;
const [own, router, chained] = [mac(11), mac(12), mac(13)] as const;
const devices = new Set([own, router, chained]);
const map = (...ports: Parameters<typeof mapPorts>[0]) => mapPorts(ports, own, devices);
const macsOf = (mapped: ReturnType<typeof map>) =>
  mapped.map(({ plugged }) => plugged.map((each) => each.mac));

describe('the ports of a switch', () => {
  it('stand in the order of their numbers, link aggregates last', () => {
    const ids = ['1', '10', '2', 'trunk10', 'trunk2', '24', 'trunk1', '3'];
    expect(map(...ids.map((id) => port(id))).map((each) => each.port.id)).toEqual([
      '1',
      '2',
      '3',
      '10',
      '24',
      'trunk1',
      'trunk2',
      'trunk10',
    ]);
  });

  it('say what is plugged in, but for the switch itself', () => {
    const [mapped] = map(port('4', [printer, own]));
    expect(mapped).toMatchObject({
      use: 'port',
      plugged: [{ mac: printer, onPorts: 1 }],
      behind: 0,
    });
  });

  it('name on an uplink and on an aggregate only the devices of the network, and count what is behind', () => {
    const mapped = map(
      port('1', [router, printer, phone], { uplink: true }),
      port('trunk1', [chained, server]),
      port('trunk2', [server, phone]),
    );
    expect(mapped.map(({ use }) => use)).toEqual(['uplink', 'aggregate', 'aggregate']);
    expect(macsOf(mapped)).toEqual([[router], [chained], []]);
    expect(mapped.map(({ behind }) => behind)).toEqual([2, 1, 2]);
  });

  it('take what is seen beside another device of the network to be behind it', () => {
    const [mapped] = map(port('16', [phone, chained, printer]));
    expect(mapped).toMatchObject({ plugged: [{ mac: chained }], behind: 2 });
  });

  it('take no MAC that is on several of them for one that is plugged in there', () => {
    const forty = Array.from({ length: 40 }, (_, at) => port(String(at + 1), [phone]));
    const mapped = map(...forty, port('41', [printer]), port('42', [phone], { uplink: true }));
    expect(mapped[0]?.plugged).toEqual([{ mac: phone, onPorts: 40 }]);
    expect(mapped.flatMap(({ plugged }) => plugged.filter(namesOneThing))).toEqual([
      { mac: printer, onPorts: 1 },
    ]);
  });

  it('take no address that a phone makes up for a thing', () => {
    const changing = ['da:a1:19:00:11:22', '02:00:00:00:00:01'].map((text) => parseMac(text)!);
    expect(changing.map((each) => namesOneThing({ mac: each, onPorts: 1 }))).toEqual([
      false,
      false,
    ]);
  });

  it('lose no MAC and invent none, whatever is seen where', () => {
    const anyPort = fc.record({
      id: fc.oneof(fc.nat(60).map(String), fc.constant('trunk1')),
      macs: fc.uniqueArray(fc.constantFrom(printer, phone, server, own, router, chained)),
      uplink: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyPort), (ports) => {
        const mapped = map(...ports.map(({ id, macs, uplink }) => port(id, macs, { uplink })));
        expect(mapped).toHaveLength(ports.length);
        for (const each of mapped) {
          const seen = each.port.macs.filter((one) => one !== own);
          expect(seen).toEqual(expect.arrayContaining(each.plugged.map((one) => one.mac)));
          expect(each.plugged.length + each.behind).toBe(seen.length);
        }
      }),
    );
  });
});
