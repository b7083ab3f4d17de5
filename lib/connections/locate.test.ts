import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { networkId } from '@/lib/model/ids';
import { parseMac } from '@/lib/model/mac';
import { clientSightings, portSightings, type Sightings } from '@/lib/model/sighting';
import { isCertain, locate } from './locate';
import { port } from '@/lib/model/switch-port.fixture';

const mac = (last: number) => parseMac(`001122334${last.toString(16).padStart(3, '0')}`)!;
const printer = mac(1);
const core = mac(0xa00);
const floor = mac(0xa01);
const point = mac(0xa02);
const devices = new Set([core, floor, point]);
const site = networkId(1);
const morning = '2026-03-05T08:00:00Z';
const noon = '2026-03-05T12:00:00Z';
const where = (sightings: readonly Sightings[], of = printer) =>
  locate(of, sightings, devices).map((place) =>
    place.kind === 'port'
      ? `${place.deviceKey} ${place.port.id} ${place.way}`
      : `${place.client.accessPoint} ${place.client.ssid}`,
  );
const wireless = (seen: string | null) =>
  clientSightings(
    site,
    [{ mac: printer, accessPoint: point, ssid: 2, lastSeen: seen }],
    () => true,
    noon,
  );

describe('a MAC', () => {
  it('is on the port that is no uplink, whichever switches see it, too', () => {
    const one = portSightings('1', site, [port('3', [printer]), port('16', [floor])], noon);
    const two = portSightings('2', site, [port('1', [core, printer], { uplink: true })], noon);
    expect(where([one, two])).toEqual(['switch:1 3 direct']);
  });

  it('is on the last switch of a chain, not on the ports that lead there', () => {
    const one = portSightings('1', site, [port('16', [floor, printer])], noon);
    const two = portSightings('2', site, [port('3', [printer])], noon);
    expect(where([one, two])).toEqual(['switch:2 3 direct']);
    expect(where([one])).toEqual(['switch:1 16 behind']);
    // The daisy-chained switch itself is plugged in where it is seen alone.
    expect(where([one], floor)).toEqual(['switch:1 16 direct']);
  });

  it('that is on uplinks and aggregates only is shown on all of them', () => {
    const one = portSightings('1', site, [port('trunk1', [printer])], noon);
    const two = portSightings('2', site, [port('1', [printer], { uplink: true })], noon);
    expect(where([one, two])).toEqual(['switch:1 trunk1 aggregate']);
    expect(where([two])).toEqual(['switch:2 1 uplink']);
    expect(isCertain(locate(printer, [two], devices))).toBe(false);
  });

  it('on several ports at one time is shown on all, and on the later one where it was moved', () => {
    const on = (id: string, at: string) => portSightings(id, site, [port('7', [printer])], at);
    expect(where([on('1', noon), on('2', noon)])).toEqual([
      'switch:1 7 direct',
      'switch:2 7 direct',
    ]);
    expect(where([on('1', morning), on('2', noon)])).toEqual(['switch:2 7 direct']);
  });

  it('is on its access point, and not on the port that the access point hangs on', () => {
    const one = portSightings('1', site, [port('2', [point, printer])], noon);
    expect(where([one, wireless(morning)])).toEqual([`${point} 2`]);
  });

  it('seen by a clock that is ahead was seen when that was read', () => {
    const [place] = locate(printer, [wireless('2031-01-01T00:00:00Z')], devices);
    expect(place?.seenAt).toBe(noon);
    expect(locate(printer, [wireless(null)], devices)[0]?.seenAt).toBe(noon);
  });
});

describe('the places of a MAC', () => {
  const ports = fc.array(
    fc
      .tuple(
        fc.constantFrom('1', '2', '3', 'trunk1'),
        fc.subarray([printer, core, floor, point, mac(2)]),
        fc.boolean(),
      )
      .map(([id, macs, uplink]) => port(id, macs, { uplink })),
    { maxLength: 4 },
  );
  const sightings = fc.array(
    fc.tuple(fc.constantFrom('1', '2', '3'), ports, fc.constantFrom(morning, noon)),
    { maxLength: 4 },
  );
  const read = (rows: readonly (readonly [string, ReturnType<typeof port>[], string])[]) =>
    rows.map(([id, list, at]) => portSightings(id, site, list, at));

  it('are ports that have it, and none only where no port has it', () => {
    fc.assert(
      fc.property(sightings, (rows) => {
        const all = read(rows);
        const places = locate(printer, all, devices);
        for (const place of places)
          expect(place.kind === 'port' && place.port.macs.includes(printer)).toBe(true);
        expect(places.length === 0).toBe(!all.some(({ macs }) => macs.includes(printer)));
      }),
      { numRuns: 60 },
    );
  });

  it('are the same in whatever order the switches were read', () => {
    fc.assert(
      fc.property(sightings, (rows) => {
        const all = read(rows);
        expect(where([...all].reverse()).sort()).toEqual(where(all).sort());
      }),
      { numRuns: 60 },
    );
  });

  it('are no uplink, trunk or way to a device where there is another port', () => {
    fc.assert(
      fc.property(sightings, (rows) => {
        const all = read(rows);
        const some = portSightings('9', site, [port('5', [printer])], noon);
        for (const place of locate(printer, [...all, some], devices))
          expect(place.kind === 'port' && place.way).toBe('direct');
      }),
      { numRuns: 60 },
    );
  });
});
