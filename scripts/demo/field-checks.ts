import type { ConfigurationSuggestion, DeviceMatch } from '@/lib/model/match';
import type { SyncRun } from '@/lib/model/run';
import type { Extension } from '@/test/e2e/harness/extension';
import type { FlexibleAssetRow } from '@/test/simulator/itglue/state';
import type { LoggedRequest } from '@/test/simulator/request-log';
import { FIELD } from '@/test/simulator/tenant/field-ids';
import type { Tenant } from '@/test/simulator/tenant/tenant';

/** One thing that real accounts do, and what came of it. */
export interface Check {
  readonly what: string;
  readonly came: 'synced' | 'named' | 'kept' | 'placed';
  readonly seen: string;
  readonly holds: boolean;
}

/** IT Glue before the extension wrote anything, to compare with. */
export type Before = Pick<
  Tenant['itglue'],
  'organizations' | 'configurations' | 'flexibleAssets' | 'passwords' | 'relatedItems'
>;

export function before({ itglue }: Tenant): Before {
  const { organizations, configurations, flexibleAssets, passwords, relatedItems } = itglue;
  return structuredClone({
    organizations,
    configurations,
    flexibleAssets,
    passwords,
    relatedItems,
  });
}

export interface Seen {
  readonly tenant: Tenant;
  readonly before: Before;
  readonly last: SyncRun;
  /** All requests up to the end of the last sync but one. */
  readonly requests: readonly LoggedRequest[];
  /** How many syncs that were. */
  readonly syncs: number;
  /** What the last sync wrote. */
  readonly writes: readonly LoggedRequest[];
  /** Devices that were taken out and added again meanwhile: before → now. */
  readonly newIds: Readonly<Record<'switch' | 'sameMac' | 'replaceable', number>>;
  /** The configuration that was chosen by hand for the device whose MAC several have. */
  readonly chosen: string;
}

const { devices, networks, organizations, records } = FIELD;
const lists = ['nodes', 'switches', 'powerStrips', 'routers'] as const;

/** Everything in the field tenant: synced, named with its reason, or kept as it was. */
export async function fieldChecks(extension: Extension, seen: Seen): Promise<Check[]> {
  const store = {
    networks: await extension.readStore('networks'),
    devices: await extension.readStore('devices'),
    organizations: await extension.readStore('organizations'),
    configurations: await extension.readStore('configurations'),
    matches: await extension.readStore('deviceMatches'),
    suggestions: await extension.readStore('deviceSuggestions'),
  };
  const match = (kind: string, id: number) =>
    store.matches.find(({ deviceKey }) => deviceKey === `${kind}:${id}`);
  const suggested = (kind: string, id: number) =>
    store.suggestions.find(({ deviceKey }) => deviceKey === `${kind}:${id}`)?.suggestions ?? [];
  const matched = (
    what: string,
    [kind, id, configurationId, rule]: [string, number, string, string],
  ): Check => {
    const found = match(kind, id);
    return {
      what,
      came: 'synced',
      seen: matchText(found),
      holds:
        found?.state === 'matched' &&
        found.configurationId === configurationId &&
        found.rule === rule,
    };
  };
  return [
    ...everyRow(seen, store),
    ...peoplesRows(seen),
    matched('MAC that only an RMM knows', [
      'access-point',
      devices.rmmOnly.deviceId,
      devices.rmmOnly.configurationId,
      'rmm-mac',
    ]),
    matched('device with odd values', [
      'access-point',
      devices.oddValues.deviceId,
      devices.oddValues.configurationId,
      'mac',
    ]),
    matched('switch taken out and added again, matched by rule', [
      'switch',
      seen.newIds.switch,
      devices.switch.configurationId,
      'mac',
    ]),
    matched('access point added again, matched by hand', [
      'access-point',
      seen.newIds.sameMac,
      seen.chosen,
      'by-hand',
    ]),
    {
      what: 'device replaced by another of its name',
      came: 'named',
      seen: suggestedText(suggested('access-point', seen.newIds.replaceable)),
      holds: suggested('access-point', seen.newIds.replaceable).some(
        ({ configurationId, rule }) =>
          configurationId === devices.replaceable.configurationId && rule === 'replaces',
      ),
    },
    {
      what: 'MAC on two configurations, one brought in by a PSA',
      came: 'named',
      seen: suggestedText(suggested('access-point', devices.psaTwin.deviceId)),
      holds: suggested('access-point', devices.psaTwin.deviceId).length === 2,
    },
    ...runChecks(seen),
  ];
}

function runChecks({ last, requests, writes, syncs }: Seen): Check[] {
  const outOfReach = (what: string, name: string): Check => {
    const found = last.problems.find(
      ({ subject, problem }) =>
        problem.kind === 'out-of-reach' && JSON.stringify(subject).includes(name),
    );
    return {
      what,
      came: 'named',
      seen: found ? `${name}: ${found.problem.kind}` : 'nothing',
      holds: found !== undefined,
    };
  };
  const odd = last.oddFields.map(({ kind, field }) => `${kind} ${field}`);
  // The list of Harbor's configurations is longer than the largest page that is answered.
  const tooLarge = requests.filter(
    ({ status, path }) =>
      status === 504 && path.startsWith('/configurations?filter%5Borganization'),
  );
  const done = writes.filter(({ status }) => status < 400);
  return [
    outOfReach('organization out of the key’s reach', 'Vault Industries'),
    outOfReach('power strips out of the key’s reach', 'St Mary s Hospital'),
    {
      what: 'values of other types',
      came: 'named',
      seen: `${odd.length} fields, each once`,
      holds: odd.length > 0 && new Set(odd).size === odd.length,
    },
    {
      what: 'pages of 1,000 too large',
      came: 'synced',
      seen: `${tooLarge.length} in ${syncs} syncs, then smaller ones`,
      holds: tooLarge.length === 1,
    },
    {
      what: 'one more sync',
      came: 'kept',
      seen: `${done.length} writes; ${writes.length - done.length} refused for want of reach`,
      holds: done.length === 0 && writes.every(({ status }) => status === 401),
    },
  ];
}

/** Every row of both sides is in the store, or what it belongs to is named. */
function everyRow(
  { tenant, last }: Seen,
  store: Record<'networks' | 'devices' | 'organizations' | 'configurations', { id: string }[]>,
): Check[] {
  const missing = (all: readonly (string | number)[], rows: readonly { id: string }[]) => {
    const ids = new Set(rows.map(({ id }) => id));
    return all.filter((id) => !ids.has(String(id)));
  };
  const check = (
    what: string,
    all: readonly (string | number)[],
    rows: { id: string }[],
  ): Check => {
    const lost = missing(all, rows);
    return {
      what,
      came: 'synced',
      seen: `${all.length - lost.length} of ${all.length}${lost.length > 0 ? `, not ${lost.join(', ')}` : ''}`,
      holds: all.length > 0 && lost.length === 0,
    };
  };
  const named = new Set<string | undefined>(last.problems.map((problem) => problem.networkId));
  const allDevices = tenant.datto.networks.flatMap((network) =>
    lists.flatMap((list) =>
      // What is out of the key's reach is named with its network.
      list === 'powerStrips' && network.id === networks.hospital && named.has(String(network.id))
        ? []
        : network[list].map(({ id }) => id),
    ),
  );
  const harbor = [...tenant.itglue.configurations.values()].filter(
    ({ organizationId }) => organizationId === organizations.harbor,
  );
  return [
    check(
      'networks',
      tenant.datto.networks.map(({ id }) => id),
      store.networks,
    ),
    check('devices', allDevices, store.devices),
    check('organizations', [...tenant.itglue.organizations.keys()], store.organizations),
    check(
      'configurations of a matched organization',
      harbor.map(({ id }) => id),
      store.configurations,
    ),
  ];
}

/** What people wrote is as they wrote it; what is the extension's own is current or named. */
function peoplesRows({ tenant, before: was, last }: Seen): Check[] {
  const { ofPeople, plain } = records;
  const { flexibleAssets } = tenant.itglue;
  const ofTheirs = ({ traits }: FlexibleAssetRow) =>
    JSON.stringify(['floor-plan', 'controller-login', 'surveyed'].map((key) => traits[key]));
  const [theirs, theirsBefore] = [flexibleAssets, was.flexibleAssets].map((rows) =>
    rows.get(ofPeople.recordId),
  );
  const held = last.problems.flatMap(({ problem }) =>
    problem.kind === 'refused' && typeof problem.cause === 'object' && 'fields' in problem.cause
      ? problem.cause.fields
      : [],
  );
  const location = tenant.datto.networks.find(({ id }) => id === networks.harbor)?.general.location;
  const now = flexibleAssets.get(plain.recordId)?.traits['location'];
  const changed = changedRows(tenant, was);
  return [
    {
      what: 'file, password and date of people in a record',
      came: 'kept',
      seen: theirs ? 'the same' : 'gone',
      holds: Boolean(theirs && theirsBefore && ofTheirs(theirs) === ofTheirs(theirsBefore)),
    },
    {
      what: 'the same record, which cannot be updated',
      came: 'named',
      seen: held.join(', '),
      holds: held.includes('Floor Plan') && held.includes('Controller Login'),
    },
    {
      what: 'record without anything of people',
      came: 'synced',
      seen: JSON.stringify(now ?? null),
      holds: now !== undefined && now === location?.trim(),
    },
    {
      what: 'all other rows of IT Glue',
      came: 'kept',
      seen: changed.length > 0 ? `changed: ${changed.join(', ')}` : 'the same',
      holds: changed.length === 0,
    },
  ];
}

/** Rows that were there before and are not the extension's own, and are not the same now. */
function changedRows({ itglue }: Tenant, was: Before): string[] {
  const own = new Set<string>([
    ...Object.values(records).flatMap((one) =>
      typeof one === 'object' ? [one.recordId, one.passwordId] : [],
    ),
  ]);
  return (Object.keys(was) as (keyof Before)[]).flatMap((table) =>
    [...was[table]].flatMap(([id, row]) =>
      own.has(id) || JSON.stringify(itglue[table].get(id)) === JSON.stringify(row)
        ? []
        : [`${table}/${id}`],
    ),
  );
}

const matchText = (match: DeviceMatch | undefined): string =>
  match?.state === 'matched' ? `${match.rule} → ${match.configurationId}` : 'not matched';

const suggestedText = (suggestions: readonly ConfigurationSuggestion[]): string =>
  suggestions.map(({ rule, configurationId }) => `${rule} → ${configurationId}`).join(', ') ||
  'nothing';
