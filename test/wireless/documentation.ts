import { flexibleAssetName, type FlexibleAssetRow } from '@/test/simulator/itglue/state';
import type { Tenant } from '@/test/simulator/tenant/tenant';

const typeName = 'Datto Networking Wireless';

/** One record of the type, with the password that its link leads to; ids are left out. */
export interface DocumentedRecord {
  readonly organization: string;
  readonly name: string;
  readonly archived: boolean;
  readonly traits: Readonly<Record<string, unknown>>;
  /** Names of what it is linked to but for passwords; each link once. */
  readonly links: readonly string[];
  readonly passwords: readonly {
    readonly name: string;
    readonly value: string;
    readonly notes: string | null;
    readonly archived: boolean;
    readonly organization: string;
  }[];
}

export const typesOf = ({ itglue }: Tenant) =>
  [...itglue.flexibleAssetTypes.values()].filter(({ name }) => name === typeName);

export const recordsOf = ({ itglue }: Tenant): FlexibleAssetRow[] =>
  [...itglue.flexibleAssets.values()].filter(
    ({ typeId }) => itglue.flexibleAssetTypes.get(typeId)?.name === typeName,
  );

/** General passwords of Wi-Fi networks, whoever made them. */
export const passwordsOf = ({ itglue }: Tenant) =>
  [...itglue.passwords.values()].filter(
    ({ resourceId, notes }) => resourceId === null && notes?.includes('Datto Networking: network'),
  );

/** All records of the type as IT Glue has them, in one order. */
export function documentation(tenant: Tenant): DocumentedRecord[] {
  const { itglue } = tenant;
  const nameOf = (id: string) => itglue.organizations.get(id)?.name ?? id;
  return recordsOf(tenant)
    .map((row): DocumentedRecord => {
      const links = [...itglue.relatedItems.values()].filter(
        (link) => link.sourceType === 'flexible_assets' && link.sourceId === row.id,
      );
      return {
        organization: nameOf(row.organizationId),
        name: flexibleAssetName(itglue, row),
        archived: row.archived,
        traits: row.traits,
        links: links
          .filter(({ destinationType }) => destinationType !== 'Password')
          .map((link) => `${link.destinationType} ${link.destinationId} ${link.notes}`)
          .sort(),
        passwords: links
          .filter(({ destinationType }) => destinationType === 'Password')
          .flatMap((link) => {
            const password = itglue.passwords.get(link.destinationId);
            if (!password) return [];
            const { name, password: value, notes, archived, organizationId } = password;
            return [{ name, value, notes, archived, organization: nameOf(organizationId) }];
          }),
      };
    })
    .sort((a, b) => (text(a) < text(b) ? -1 : 1));
}

const text = ({ organization, name, passwords }: DocumentedRecord) =>
  JSON.stringify([organization, name, passwords]);
