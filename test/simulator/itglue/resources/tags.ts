import type { Json } from '../../json';
import { idNumber } from '../call';
import { flexibleAssetName, type ItGlueState } from '../state';

/** What a Tag field may point to, as the reference lists it; and `FlexibleAssetType: <id>`. */
export const tagTypes = [
  'AccountsUsers',
  'Checklists',
  'ChecklistTemplates',
  'Contacts',
  'Configurations',
  'Documents',
  'Domains',
  'Passwords',
  'Locations',
  'Organizations',
  'SslCertificates',
  'Tickets',
];

const flexibleAssetType = /^FlexibleAssetType: ?(\d+)$/;

export const isTagType = (text: string): boolean =>
  tagTypes.includes(text) || flexibleAssetType.test(text);

/** What a tag shows of a record; undefined when there is none. Tables the simulator does not keep have every id. */
export function tagged(state: ItGlueState, tagType: string, id: string): Json | undefined {
  const number = idNumber(id);
  const organizationName = (organizationId: string) =>
    state.organizations.get(organizationId)?.name ?? null;
  switch (tagType) {
    case 'Configurations': {
      const row = state.configurations.get(id);
      return (
        row && {
          id: number,
          name: row.name,
          hostname: row.hostname,
          'organization-name': organizationName(row.organizationId),
          'configuration-type-name': state.configurationTypes.get(row.typeId)?.name ?? null,
        }
      );
    }
    case 'Passwords': {
      const row = state.passwords.get(id);
      return (
        row && {
          id: number,
          name: row.name,
          'organization-name': organizationName(row.organizationId),
        }
      );
    }
    case 'Organizations': {
      const row = state.organizations.get(id);
      return row && { id: number, name: row.name };
    }
    case 'AccountsUsers': {
      const row = state.users.get(id);
      return row && { id: number, name: [row.firstName, row.lastName].filter(Boolean).join(' ') };
    }
    default: {
      const typeId = flexibleAssetType.exec(tagType)?.[1];
      if (typeId === undefined) return { id: number, name: `${tagType} ${id}` };
      const row = state.flexibleAssets.get(id);
      return row?.typeId === typeId
        ? {
            id: number,
            name: flexibleAssetName(state, row),
            'organization-name': organizationName(row.organizationId),
          }
        : undefined;
    }
  }
}

/** The destination's type in the words of related items; undefined for what those do not lead to here. */
export function destinationOfTag(tagType: string): string | undefined {
  if (flexibleAssetType.test(tagType)) return 'Flexible Asset';
  return { Configurations: 'Configuration', Passwords: 'Password' }[tagType];
}
