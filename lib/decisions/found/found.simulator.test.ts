import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RequestOf } from '@/lib/messages/protocol';
import { configurationId, organizationId } from '@/lib/model/ids';
import { parseMac } from '@/lib/model/mac';
import type { DecisionResult } from '@/lib/views/matching';
import type { DattoSwitch } from '@/test/simulator/datto/state';
import type { ConfigurationRow, OrganizationRow } from '@/test/simulator/itglue/state';
import { catalogue } from '@/test/simulator/tenant/tenant';
import { DirectVendors } from '@/test/world/direct-vendors';
import { tenantWith } from '@/test/world/tenant-with';
import { valueOf, World } from '@/test/world/world';

const found = 'B8:27:EB:10:20:30';
const mac = parseMac(found)!;
const typeId = catalogue.configurationTypes['Local Printer'];
let world: World;
let acme: OrganizationRow;
let core: DattoSwitch;
let ofCore: ConfigurationRow;
let bare: ConfigurationRow;
let printer: ConfigurationRow;
let path: string;
let page: {
  organizationId: ReturnType<typeof organizationId>;
  configurationId: ReturnType<typeof configurationId>;
};

/** On port 7 of Acme's switch `Core` hangs what nothing documents; `Display` has no MAC, `Printer` has one. */
beforeEach(async () => {
  const tenant = tenantWith((builder) => {
    acme = builder.organization({ name: 'Acme' });
    const network = builder.network({ name: 'Acme' });
    core = builder.switch(network, { name: 'Core', total_ports: 28, active_ports: 17 });
    core.ports = { '7': { macs: [found, 'DA:A1:19:00:11:22'] } };
    ofCore = builder.configuration(acme, { name: 'Core switch', mac: core.mac });
    bare = builder.configuration(acme, { name: 'Display', mac: null });
    printer = builder.configuration(acme, { name: 'Printer', mac: '00-1B-A9-4E-12-0C' });
    return [acme];
  });
  world = await World.start(new DirectVendors(tenant));
  await world.sync();
  await world.iAm('1');
  page = { organizationId: organizationId(acme.id), configurationId: configurationId(ofCore.id) };
  path = `/${acme.id}/configurations/${ofCore.id}`;
  await world.portal('panel.refresh', page, path);
  world.vendors.requests.clear();
});
afterEach(() => world.close());

type Create = Omit<RequestOf<'found.create'>, 'organizationId' | 'configurationId'>;
const create = async (more: Partial<Create> = {}): Promise<DecisionResult> => {
  const request = { ...page, mac, name: 'Display 2F', typeId, manufacturerId: null, ...more };
  return valueOf(await world.portal('found.create', request, path));
};
const match = async ({ id }: ConfigurationRow, of = mac): Promise<DecisionResult> =>
  valueOf(await world.portal('found.match', { ...page, mac: of, to: configurationId(id) }, path));
const made = () => world.configurationsOf(acme).filter(({ name }) => name === 'Display 2F');
const macOf = ({ id }: ConfigurationRow) =>
  world.configurationsOf(acme).find((row) => row.id === id)?.interfaces[0]?.macAddress ?? null;
const writes = () =>
  world.vendors.requests.all({ api: 'itglue' }).filter(({ method }) => method !== 'GET');
const ok = { ok: true, count: 1 };
const refused = (kind: string) => ({ ok: false, refusal: { kind } });
/** What hangs on port 7, by the panel. */
async function onPort() {
  const view = valueOf(await world.portal('panel.view', page, path));
  if (view.kind !== 'device') throw new Error('There is no device.');
  return view.ports?.ports[6]?.plugged.map(({ known }) => known?.name ?? null);
}

describe('Create Configuration for what was found on a port', () => {
  it('makes it of what the preview says, and names it on the port', async () => {
    const preview = valueOf(
      await world.portal('found.preview', { ...page, maker: 'Raspberry Pi Ltd' }, path),
    );
    expect(preview).toMatchObject({ organizationName: 'Acme', manufacturer: null });
    expect(preview.types.map(({ id }) => id)).toContain(typeId);
    expect(await create()).toEqual(ok);
    expect(made()).toMatchObject([{ typeId, archived: false }]);
    expect(macOf(made()[0]!)).toBe(found);
    expect(await onPort()).toEqual(['Display 2F', null]);
    expect(await world.events()).toContainEqual(
      expect.objectContaining({ kind: 'created', resource: 'configuration', name: 'Display 2F' }),
    );
  });

  it('makes one, however often it is asked for', async () => {
    await Promise.all([create(), create(), create()]);
    expect(await create()).toMatchObject(refused('exists'));
    expect(made()).toHaveLength(1);
  });

  it.each(['answer', 'worker'])('makes one when the %s is lost', async (lost) => {
    const fault = {
      api: 'itglue',
      method: 'POST',
      path: /configurations$/,
      effect: 'after',
    } as const;
    if (lost === 'answer') {
      world.vendors.faults.add({ ...fault, kind: 'reset' });
      expect(await create()).toEqual(ok);
    } else {
      const hang = world.vendors.faults.add({ ...fault, kind: 'hang' });
      void create();
      await hang.reached;
      world.startWorker();
      await world.wake();
      await world.idle();
    }
    expect(made()).toHaveLength(1);
    expect(await onPort()).toEqual(['Display 2F', null]);
  });

  it('makes none where somebody has documented it meanwhile, in whatever form', async () => {
    world.tenant.itglue.configurations.get(bare.id)!.interfaces.push({
      ...structuredClone(printer.interfaces[0]!),
      id: '99001',
      macAddress: 'b827.eb10.2030',
    });
    expect(await create()).toMatchObject({ refusal: { kind: 'exists', name: 'Display' } });
    expect(writes()).toEqual([]);
  });
});

describe('Match To for what was found on a port', () => {
  it('writes its MAC to a configuration that has none', async () => {
    expect(await match(bare)).toEqual(ok);
    expect(macOf(bare)).toBe(found);
    expect(await onPort()).toEqual(['Display', null]);
    expect(await world.events()).toContainEqual(
      expect.objectContaining({ kind: 'updated', name: 'Display', fields: ['MAC Address'] }),
    );
    expect(await match(bare)).toEqual(ok);
    expect(writes()).toHaveLength(1);
  });

  it('writes over nothing that people documented, be it since the last sync', async () => {
    expect(await match(printer)).toMatchObject({
      refusal: { kind: 'has-mac', mac: '00-1B-A9-4E-12-0C' },
    });
    const [own] = structuredClone(printer.interfaces);
    world.tenant.itglue.configurations.get(bare.id)!.interfaces = [own!];
    expect(await match(bare)).toMatchObject(refused('has-mac'));
    expect(writes()).toEqual([]);
  });
});

describe('both', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['a user who may only see panels', () => world.iAm('3')],
    ['nobody', () => world.iAm(null)],
  ])('are refused to %s', async (_who, become) => {
    await become();
    expect(await create()).toMatchObject(refused('not-permitted'));
    expect(await match(bare)).toMatchObject(refused('not-permitted'));
    expect(await world.portal('found.preview', { ...page, maker: null }, path)).toMatchObject({
      ok: false,
      problem: { kind: 'not-permitted' },
    });
    expect(writes()).toEqual([]);
  });

  it('are refused for what is not on the switch, and for an address that a phone makes up', async () => {
    for (const text of ['00:11:32:00:00:01', 'DA:A1:19:00:11:22']) {
      const other = parseMac(text)!;
      expect(await create({ mac: other })).toMatchObject(refused('row-gone'));
      expect(await match(bare, other)).toMatchObject(refused('row-gone'));
    }
    expect(writes()).toEqual([]);
  });
});
