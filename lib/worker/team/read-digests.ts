import type { Configuration } from '@/lib/model/configuration';
import type { Organization } from '@/lib/model/organization';
import type { ReadDigests } from '@/lib/model/shared-entry';
import type { User } from '@/lib/model/user';
import type { Database } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import { matchedOrganizations } from '@/lib/sync/stages/configurations';

const organizationFields = [
  'id',
  'name',
  'shortName',
  'primary',
  'typeName',
  'statusName',
] as const satisfies readonly (keyof Organization)[];
const userFields = [
  'id',
  'name',
  'email',
  'roleName',
  'organizationIds',
] as const satisfies readonly (keyof User)[];
const configurationFields = [
  'id',
  'organizationId',
  'name',
  'hostname',
  'primaryIp',
  'macAddress',
  'serialNumber',
  'typeName',
  'statusName',
  'manufacturerName',
  'modelName',
  'archived',
  'createdAt',
  'psaSynced',
  'macs',
  'ips',
  'rmmMacs',
  'rmm',
] as const satisfies readonly (keyof Configuration)[];

/** Digests of what this browser holds of IT Glue; two that read the same at the same time have the same. */
export const readDigests = async (store: Database): Promise<ReadDigests> => ({
  organizations: await readDigest.organizations(store),
  configurations: await readDigest.configurations(store),
});

/** One of them. */
export const readDigest: Readonly<Record<keyof ReadDigests, (store: Database) => Promise<string>>> =
  {
    async organizations(store) {
      const [organizations, users] = await Promise.all([
        stored.organizations.all(store),
        stored.users.all(store),
      ]);
      return digest(`${text(organizations, organizationFields)}\n${text(users, userFields)}`);
    },
    async configurations(store) {
      const byOrganization: string[] = [];
      // One organization in memory at a time.
      for (const id of await matchedOrganizations(store)) {
        const rows = await stored.configurations.ofOrganization.all(store, id);
        byOrganization.push(await digest(`${id} ${text(rows, configurationFields)}`));
      }
      return digest(byOrganization.join('\n'));
    },
  };

const text = <Row extends { readonly id: string }>(
  rows: readonly Row[],
  fields: readonly (keyof Row)[],
): string =>
  JSON.stringify(
    rows
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map((row) => fields.map((field) => row[field] ?? null)),
  );

/** 96 bits of SHA-256, hexadecimal. */
async function digest(of: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(of));
  return Array.from(new Uint8Array(bytes, 0, 12), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
