import type { Viewer } from '@/lib/access/access';
import type { Configuration } from '@/lib/model/configuration';
import type { ConfigurationId, OrganizationId } from '@/lib/model/ids';
import { formatMac } from '@/lib/model/mac';
import { normalizeName } from '@/lib/model/name';
import type { Organization } from '@/lib/model/organization';
import type { Database } from '@/lib/store/schema';
import { deviceLabel } from '@/lib/model/device';
import { nameRank } from '@/lib/views/lists/best-first';
import type { SearchHit } from '@/lib/views/matching';
import { namesakes } from './namesakes';
import { ProblemError } from '@/lib/model/problem-error';
import * as stored from '@/lib/store/stored';

const maxHits = 50;

export const organizationHit = ({
  id,
  name,
  shortName,
  typeName,
}: Organization): SearchHit<OrganizationId> => ({
  id,
  name,
  facts: [shortName, typeName].filter((fact) => fact !== null),
  archived: false,
  takenBy: null,
});

/** A hit that says whether a network of its own name is matched to the organization. */
export const withNamesake =
  (named: ReadonlySet<OrganizationId>) =>
  (organization: Organization): SearchHit<OrganizationId> => ({
    ...organizationHit(organization),
    ...(named.has(organization.id) && { namesake: true }),
  });

/** The organizations that the person may see and the text finds. */
export async function searchOrganizations(
  store: Database,
  viewer: Viewer,
  text: string,
): Promise<SearchHit<OrganizationId>[]> {
  const [all, named] = await Promise.all([stored.organizations.all(store), namesakes(store)]);
  const organizations = all.filter(({ id }) => viewer.mayOrganization(id));
  return best(text, organizations, ({ name, shortName }) => [name, shortName]).map(
    withNamesake(named),
  );
}

/** The organization's configurations that the text finds, by name, address or serial number. */
export async function searchConfigurations(
  store: Database,
  viewer: Viewer,
  organizationId: OrganizationId,
  text: string,
): Promise<SearchHit<ConfigurationId>[]> {
  if (!viewer.mayOrganization(organizationId)) throw new ProblemError({ kind: 'not-permitted' });
  const configurations = await stored.configurations.ofOrganization.all(store, organizationId);
  const found = best(text, configurations, configurationTexts);
  return Promise.all(
    found.map(async (configuration) => {
      const match = await stored.deviceMatches.ofConfiguration.first(store, configuration.id);
      const device = match && (await stored.devices.get(store, match.deviceKey));
      const { macAddress, primaryIp, serialNumber } = configuration;
      return {
        id: configuration.id,
        name: configuration.name,
        facts: [macAddress, primaryIp, serialNumber].filter((fact) => fact !== null),
        archived: configuration.archived,
        takenBy: match ? (device ? deviceLabel(device) : match.deviceKey) : null,
      };
    }),
  );
}

const configurationTexts = (configuration: Configuration) => [
  configuration.name,
  configuration.hostname,
  configuration.serialNumber,
  configuration.macAddress,
  ...configuration.macs.flatMap((mac) => [mac, formatMac(mac)]),
  configuration.primaryIp,
  ...configuration.ips,
];

/**
 * Those of which every word of the text is somewhere in the texts, best first: what is equal, what
 * begins so, a word that begins so, the rest; then by name.
 */
export function best<Row extends { readonly name: string | null }>(
  text: string,
  rows: readonly Row[],
  textsOf: (row: Row) => readonly (string | null)[],
): Row[] {
  const wanted = normalizeName(text);
  const words = wanted.split(' ').filter((word) => word !== '');
  return rows
    .flatMap((row) => {
      const texts = textsOf(row).flatMap((each) => (each === null ? [] : [normalizeName(each)]));
      if (!words.every((word) => texts.some((each) => each.includes(word)))) return [];
      return [{ row, rank: Math.min(3, ...texts.map((each) => nameRank(each, wanted))) }];
    })
    .sort(
      (a, b) => a.rank - b.rank || (a.row.name ?? '').localeCompare(b.row.name ?? '', undefined),
    )
    .slice(0, maxHits)
    .map(({ row }) => row);
}
