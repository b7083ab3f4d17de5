import { afterEach, describe, expect, it } from 'vitest';
import { deviceKey } from '@/lib/model/device';
import { configurationId, organizationId } from '@/lib/model/ids';
import type { FindingRow } from '@/lib/views/findings';
import type { DattoNode } from '@/test/simulator/datto/state';
import type { ConfigurationRow, OrganizationRow } from '@/test/simulator/itglue/state';
import { bringTwin } from '@/test/simulator/tenant/events';
import type { TenantBuilder } from '@/test/simulator/tenant/builder';
import { tenantWith } from '@/test/world/tenant-with';
import { servedVendors } from '@/test/world/vendors';
import { World } from '@/test/world/world';

let world: World;
let builder: TenantBuilder;
let acme: OrganizationRow;
let bolt: OrganizationRow;
let lobby: DattoNode;
let ofLobby: ConfigurationRow;
let copy: ConfigurationRow;
afterEach(() => world.close());

const dashed = (mac: string) => mac.toUpperCase().replaceAll(':', '-');

/** The access point Lobby of Acme is documented twice; the Manager `2` sees Acme, not Bolt. */
async function begin() {
  const tenant = tenantWith((each) => {
    builder = each;
    acme = builder.organization({ name: 'Acme' });
    bolt = builder.organization({ name: 'Bolt' });
    lobby = builder.accessPoint(builder.network({ name: 'Acme' }), { name: 'Lobby' });
    builder.accessPoint(builder.network({ name: 'Bolt' }), { name: 'Van' });
    ofLobby = builder.configuration(acme, { name: 'AP Lobby', mac: lobby.mac });
    copy = builder.configuration(acme, {
      name: 'Lobby (old)',
      others: [{ mac: dashed(lobby.mac) }],
    });
    return [acme];
  });
  world = await World.start(await servedVendors(tenant));
  await world.sync();
  await world.iAm('1');
}

const findings = async () => (await world.ask('matching.findings')).rows;
const inShort = (rows: readonly FindingRow[]) =>
  rows.map(
    ({ state, configurations }) => `${state}: ${configurations.map(({ name }) => name).join(', ')}`,
  );
const openFindings = async () => (await world.ask('matching.organizations')).openFindings;

const decide = async (
  action: 'legitimate' | 'not-legitimate',
  { configurations, version }: FindingRow,
) =>
  world.ask('matching.decide-sharing', {
    action,
    configurationIds: configurations.map(({ id }) => id),
    version,
  });

const undoLast = async () => {
  const { undo } = await world.ask('matching.findings');
  return world.ask('matching.undo', { step: undo?.next?.step ?? -1 });
};

const log = async () =>
  (await world.ask('activity.list', { before: null, text: '', limit: 100 })).rows
    .map(({ who, event }) => `${who}: ${event.kind}`)
    .filter((line) => line.includes('sharing'));

describe('the same MAC on several configurations', () => {
  it('is a finding, in whatever form and on whatever interface, with the device that has it', async () => {
    await begin();
    expect(await findings()).toMatchObject([
      {
        state: 'open',
        name: lobby.mac.toUpperCase(),
        device: 'Lobby',
        configurations: [
          { id: ofLobby.id, name: 'AP Lobby', organizationName: 'Acme', origin: null },
          {
            id: copy.id,
            name: 'Lobby (old)',
            url: `https://contoso-msp.itglue.com/${acme.id}/configurations/${copy.id}`,
          },
        ],
      },
    ]);
    expect(await openFindings()).toBe(1);
    copy.archived = true;
    await world.sync();
    expect(await findings()).toEqual([]);
    expect(await openFindings()).toBe(0);
  });

  it('that is legitimate is silent over syncs, is logged, and asks again by hand and by Undo', async () => {
    await begin();
    expect(await decide('legitimate', (await findings())[0]!)).toEqual({ ok: true, count: 1 });
    await world.sync();
    expect(inShort(await findings())).toEqual(['legitimate: AP Lobby, Lobby (old)']);
    expect(await openFindings()).toBe(0);
    const { undo } = await world.ask('matching.findings');
    expect(undo?.next).toMatchObject({
      action: 'legitimate',
      count: 1,
      name: lobby.mac.toUpperCase(),
    });
    expect(await undoLast()).toEqual({ ok: true, count: 1 });
    expect(inShort(await findings())).toEqual(['open: AP Lobby, Lobby (old)']);

    await decide('legitimate', (await findings())[0]!);
    await decide('not-legitimate', (await findings())[0]!);
    expect(inShort(await findings())).toEqual(['open: AP Lobby, Lobby (old)']);
    expect(await undoLast()).toEqual({ ok: true, count: 1 });
    expect(inShort(await findings())).toEqual(['legitimate: AP Lobby, Lobby (old)']);
    expect(await log()).toEqual([
      'Ada: sharing-legitimate',
      'Ada: sharing-not-legitimate',
      'Ada: sharing-legitimate',
      'Ada: sharing-not-legitimate',
      'Ada: sharing-legitimate',
    ]);
  });

  it('names what this extension created, and what a PSA brought in after it', async () => {
    await begin();
    world.tenant.itglue.configurations.clear();
    await world.sync();
    const organization = { organizationId: organizationId(acme.id) };
    await world.ask('creation.start', {
      ...organization,
      deviceKeys: [deviceKey('access-point', String(lobby.id))],
    });
    await world.idle();
    const [ours] = world.configurationsOf(acme);
    const day = 24 * 60 * 60 * 1000;
    const before = new Date(Date.parse(ours!.createdAt) - day).toISOString();
    const after = new Date(Date.parse(ours!.createdAt) + day).toISOString();
    const mac = dashed(lobby.mac);
    builder.configuration(bolt, { name: 'Older', mac, createdAt: before });
    builder.configuration(acme, { name: 'By hand', mac, createdAt: after });
    const twin = world.tenant.itglue.configurations.get(bringTwin(world.tenant, ours!.id))!;
    twin.name = 'PSA';
    await world.sync();
    const [finding] = await findings();
    expect(
      finding!.configurations
        .map(({ name, origin, psaSynced }) => [name, origin, psaSynced])
        .sort(),
    ).toEqual([
      ['By hand', { kind: 'later', at: after }, false],
      ['Lobby', { kind: 'ours' }, false],
      ['Older', null, false],
      ['PSA', { kind: 'later', at: twin.createdAt }, true],
    ]);
    expect(finding!.configurations[0]).toMatchObject({ name: 'Lobby', matchedTo: 'Lobby' });
  });

  it('asks again when one more configuration has it, and not when one of them is gone', async () => {
    await begin();
    const third = builder.configuration(acme, { name: 'Third', mac: lobby.mac });
    await world.sync();
    await decide('legitimate', (await findings())[0]!);
    world.tenant.itglue.configurations.delete(third.id);
    await world.sync();
    expect(inShort(await findings())).toEqual(['legitimate: AP Lobby, Lobby (old)']);
    builder.configuration(acme, { name: 'Fourth', mac: lobby.mac });
    await world.sync();
    expect(inShort(await findings())).toEqual(['open: AP Lobby, Lobby (old), Fourth']);
  });

  it('of two decisions about one the second is told, and changes nothing', async () => {
    await begin();
    const [row] = await findings();
    await decide('legitimate', row!);
    const meanwhile = { ok: false, refusal: { kind: 'decided-meanwhile' } };
    expect(await decide('legitimate', row!)).toEqual(meanwhile);
    expect(await decide('not-legitimate', row!)).toEqual(meanwhile);
    expect(await log()).toEqual(['Ada: sharing-legitimate']);
  });

  it('cannot be decided about configurations that have none in common', async () => {
    await begin();
    const other = builder.configuration(acme, { name: 'Printer' });
    await world.sync();
    expect(
      await world.ask('matching.decide-sharing', {
        action: 'legitimate',
        configurationIds: [configurationId(ofLobby.id), configurationId(other.id)],
        version: '',
      }),
    ).toEqual({ ok: false, refusal: { kind: 'row-gone' } });
  });

  it('is shown and decided as far as a Manager may see its configurations', async () => {
    await begin();
    const elsewhere = builder.configuration(bolt, { name: 'Moved', mac: lobby.mac });
    await world.sync();
    expect(inShort(await findings())).toEqual(['open: AP Lobby, Lobby (old), Moved']);
    const [whole] = await findings();
    await world.iAm('2');
    expect(JSON.stringify(await findings())).not.toContain('Moved');
    expect(await decide('legitimate', whole!)).toEqual({
      ok: false,
      refusal: { kind: 'not-permitted' },
    });
    expect(await decide('legitimate', (await findings())[0]!)).toEqual({ ok: true, count: 1 });
    await world.iAm('1');
    // The Manager did not know of the third.
    expect(inShort(await findings())).toEqual(['open: AP Lobby, Lobby (old), Moved']);
    await decide('legitimate', (await findings())[0]!);
    await world.iAm('2');
    expect(await log()).toEqual(['Max: sharing-legitimate']);
    await world.iAm('3');
    expect(await findings()).toEqual([]);
    expect(elsewhere.archived).toBe(false);
  });
});
