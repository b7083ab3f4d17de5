import { acceptAll } from '@/test/world/accept-all';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { organizationId } from '@/lib/model/ids';
import {
  acme,
  attic,
  begin,
  decideDevice,
  device,
  devicesView,
  kinds,
  lobby,
  ofLobby,
  ofPrinter,
  undo,
  world,
} from './decisions.fixture';

beforeEach(begin);
afterEach(() => world.close());

describe('deciding about devices', () => {
  it('matches by hand, logs who did it, and keeps the match through a sync', async () => {
    const before = await device(attic);
    expect(await decideDevice(attic, 'match', before.version)).toEqual({ ok: true, count: 1 });
    await world.sync();
    expect(await device(attic)).toMatchObject({
      state: 'matched',
      rule: 'by-hand',
      configuration: {
        id: ofPrinter.id,
        url: `${world.portalUrl}/${acme.id}/configurations/${ofPrinter.id}`,
      },
    });
    expect(await kinds()).toContain('Ada: device-matched');
  });

  it('lets one of two tabs decide', async () => {
    const { version } = await device(attic);
    expect(await decideDevice(attic, 'ignore', version)).toMatchObject({ ok: true });
    expect(await decideDevice(attic, 'match', version)).toEqual({
      ok: false,
      refusal: { kind: 'decided-meanwhile' },
    });
    expect(await device(attic)).toMatchObject({ state: 'ignored' });
  });

  it('lets one of two decide that ask at the same moment', async () => {
    const { version } = await device(attic);
    const results = await Promise.all([
      decideDevice(attic, 'match', version),
      decideDevice(attic, 'ignore', version),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('refuses a configuration that another device has, and says which', async () => {
    const { version } = await device(attic);
    expect(await decideDevice(attic, 'match', version, ofLobby)).toEqual({
      ok: false,
      refusal: { kind: 'configuration-taken', by: 'Lobby' },
    });
    expect(await device(attic)).toMatchObject({ state: 'unmatched' });
  });

  it('refuses a configuration that was deleted in IT Glue meanwhile, and forgets it', async () => {
    const { version } = await device(attic);
    world.tenant.itglue.configurations.delete(ofPrinter.id);
    expect(await decideDevice(attic, 'match', version)).toEqual({
      ok: false,
      refusal: { kind: 'gone', name: 'Printer' },
    });
    const hits = await world.ask('matching.search-configurations', {
      organizationId: organizationId(acme.id),
      text: '',
    });
    expect(hits.map(({ name }) => name)).toEqual(['AP Lobby']);
  });

  it('decides on what is stored while IT Glue cannot be asked', async () => {
    world.vendors.faults.add({ kind: 'reset', api: 'itglue', times: Infinity });
    const { version } = await device(attic);
    expect(await decideDevice(attic, 'match', version)).toEqual({ ok: true, count: 1 });
  });

  it('does not make a match again by rule that a person took apart, and suggests it', async () => {
    const { version, rule } = await device(lobby);
    expect(rule).toBe('mac');
    await decideDevice(lobby, 'unmatch', version);
    for (let syncs = 0; syncs < 2; syncs++) {
      expect(await device(lobby)).toMatchObject({
        state: 'unmatched',
        suggestions: [{ configurationId: ofLobby.id, rule: 'mac', rejected: true }],
        creation: 'possible',
      });
      await world.sync();
    }
    await decideDevice(lobby, 'match', (await device(lobby)).version, ofLobby);
    expect(await device(lobby)).toMatchObject({ state: 'matched', rule: 'by-hand' });
  });

  it('asks for a decision about a shared address before anything is created', async () => {
    const ip = attic.lan_info!.lan_ip;
    const { interfaces } = ofPrinter;
    interfaces.push({
      id: '990',
      name: null,
      primary: true,
      ipAddress: ip,
      macAddress: null,
      notes: null,
      createdAt: '2026-01-01T00:00:00.000Z',
      updatedAt: '2026-01-01T00:00:00.000Z',
    });
    await world.sync();
    const row = await device(attic);
    expect(row).toMatchObject({
      suggestions: [{ rule: 'ip', name: 'Printer', rejected: false }],
      creation: 'suggestion-undecided',
    });
    const asked = { organizationId: organizationId(acme.id), deviceKeys: [row.key] };
    expect((await world.ask('creation.preview', asked)).left).toMatchObject([
      { why: 'suggestion-undecided' },
    ]);
    expect(await world.ask('creation.start', asked)).toEqual({
      ok: false,
      refusal: { kind: 'suggestion-undecided' },
    });
    await decideDevice(attic, 'reject', row.version);
    expect(await device(attic)).toMatchObject({ creation: 'possible' });
    expect(await world.ask('creation.start', asked)).toEqual({ ok: true, count: 1 });
  });

  it('accepts every suggestion that leaves no choice', async () => {
    attic.name = 'printer';
    await world.sync();
    const keys = (await devicesView()).rows.map(({ key }) => key);
    expect(await acceptAll(world, { subject: 'devices', keys })).toEqual({
      ok: true,
      count: 1,
      left: [],
    });
    expect(await device(attic)).toMatchObject({
      rule: 'by-hand',
      configuration: { id: ofPrinter.id },
    });
    expect((await devicesView()).undo?.next).toMatchObject({ action: 'accept-all', count: 1 });
    expect(await undo()).toEqual({ ok: true, count: 1 });
    expect(await device(attic)).toMatchObject({ state: 'unmatched' });
  });
});
