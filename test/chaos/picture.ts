import type { World } from '@/test/world/world';

/**
 * What IT Glue and the store hold at the end, without what differs from run to run: ids and times.
 * Rows are named by what people see of them; a duplicate is a line more.
 */
export async function picture(world: World): Promise<Readonly<Record<string, readonly string[]>>> {
  const { itglue } = world.tenant;
  const nameOf = new Map<string, string>();
  const tables = [
    itglue.organizations,
    itglue.configurations,
    itglue.manufacturers,
    itglue.models,
    itglue.passwords,
  ] as const;
  for (const table of tables) for (const [id, { name }] of table) nameOf.set(id, name);
  const named = (id: string | null) => (id === null ? null : (nameOf.get(id) ?? id));
  const lines = <Row>(rows: Iterable<Row>, line: (row: Row) => unknown) =>
    [...rows].map((row) => JSON.stringify(line(row))).sort();
  const live = <Row extends { readonly archived: boolean }>(rows: Iterable<Row>) =>
    [...rows].filter(({ archived }) => !archived);

  const records = [...itglue.flexibleAssets.values()];
  const deviceMatches = await world.store.getAll('deviceMatches');
  return {
    configurations: lines(live(itglue.configurations.values()), (row) => [
      named(row.organizationId),
      row.name,
      row.interfaces.map(({ ipAddress, macAddress }) => [ipAddress, macAddress]),
      row.serialNumber,
      row.notes,
      row.typeId,
      row.statusId,
      named(row.manufacturerId),
      named(row.modelId),
    ]),
    manufacturers: lines(itglue.manufacturers.values(), ({ name }) => name),
    models: lines(itglue.models.values(), ({ name, manufacturerId }) => [
      name,
      named(manufacturerId),
    ]),
    types: lines(itglue.flexibleAssetTypes.values(), ({ name, enabled, fields }) => [
      name,
      enabled,
      fields.map((field) => field.name),
    ]),
    records: lines(live(records), ({ organizationId, traits, id }) => {
      const tagged = new Set(Object.values(traits).flatMap((v) => (Array.isArray(v) ? v : [])));
      return [
        named(organizationId),
        Object.entries(traits).map(([key, value]) => [
          key,
          Array.isArray(value) ? value.map(named).sort() : value,
        ]),
        lines(
          [...itglue.relatedItems.values()].filter(
            ({ sourceId, destinationId }, place, all) =>
              sourceId === id &&
              // A tag makes a link by itself or not: it is one to people, and a second one is too many.
              (!tagged.has(destinationId) ||
                all.findIndex((one) => one.sourceId === id && one.destinationId === destinationId) <
                  place),
          ),
          (link) => [link.destinationType, named(link.destinationId)],
        ),
      ];
    }),
    // Those of a record's own field go with their record.
    passwords: lines(
      live(itglue.passwords.values()).filter(
        ({ resourceId }) => itglue.flexibleAssets.get(resourceId ?? '')?.archived !== true,
      ),
      (row) => [named(row.organizationId), row.name, row.password, row.notes],
    ),
    networkMatches: lines(await world.store.getAll('networkMatches'), (match) => [
      match.networkId,
      match.state === 'matched' && named(match.organizationId),
    ]),
    deviceMatches: lines(deviceMatches, (match) => [
      match.deviceKey,
      match.state === 'matched' && named(match.configurationId),
    ]),
    journal: lines(await world.store.getAll('journal'), ({ state, key }) =>
      state === 'done' ? null : [state, key],
    ).filter((line) => line !== 'null'),
  };
}
