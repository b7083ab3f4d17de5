import { nameKeyOf } from './itglue/resources/flexible-asset-types';
import {
  flexibleAssetName,
  primaryInterface,
  traitText,
  type ConfigurationRow,
  type ItGlueState,
} from './itglue/state';
import type { PortalConfiguration, PortalSource } from './portal/source';

/** The tenant as the portal's pages show it; read again for every page. */
export function portalSource(state: () => ItGlueState): PortalSource {
  return {
    organizations: () => [...state().organizations.values()].map(({ id, name }) => ({ id, name })),
    configurations: (organizationId) =>
      [...state().configurations.values()]
        .filter((row) => row.organizationId === organizationId)
        .map((row) => portalConfiguration(state(), row)),
    configuration: (id) => {
      const row = state().configurations.get(id);
      return row && portalConfiguration(state(), row);
    },
    flexibleAsset: (id) => {
      const row = state().flexibleAssets.get(id);
      const type = row && state().flexibleAssetTypes.get(row.typeId);
      if (row === undefined || type === undefined) return undefined;
      return {
        id: row.id,
        organizationId: row.organizationId,
        typeId: type.id,
        typeSlug: nameKeyOf(type.name),
        typeName: type.name,
        name: flexibleAssetName(state(), row),
        fields: type.fields.map((field) => {
          const value = row.traits[field.nameKey];
          if (field.kind === 'Password')
            return { name: field.name, value: value === undefined ? '' : '••••••••' };
          const names = Array.isArray(value)
            ? value.map(
                (tag) =>
                  state().configurations.get(tag)?.name ?? state().passwords.get(tag)?.name ?? tag,
              )
            : [traitText(value)];
          return { name: field.name, value: names.join(', ') };
        }),
        related: [...state().relatedItems.values()]
          .filter((link) => link.sourceType === 'flexible_assets' && link.sourceId === id)
          .map(({ destinationType: type, destinationId }) => ({
            type,
            name:
              state().configurations.get(destinationId)?.name ??
              state().passwords.get(destinationId)?.name ??
              destinationId,
          })),
        archived: row.archived,
      };
    },
  };
}

function portalConfiguration(state: ItGlueState, row: ConfigurationRow): PortalConfiguration {
  const type = state.configurationTypes.get(row.typeId)?.name ?? '';
  const status = state.configurationStatuses.get(row.statusId ?? '')?.name ?? '';
  const primary = primaryInterface(row);
  const rmm = [...state.rmmRecords.values()].find((one) => one.configurationId === row.id);
  return {
    id: row.id,
    organizationId: row.organizationId,
    organizationName: state.organizations.get(row.organizationId)?.name ?? '',
    name: row.name,
    type,
    status,
    archived: row.archived,
    fields: [
      { label: 'Name', value: row.name },
      { label: 'Configuration Type', value: type },
      { label: 'Configuration Status', value: status },
      // What an RMM reports is shown over what people wrote.
      { label: 'Hostname', value: rmm?.hostname ?? row.hostname ?? '' },
      { label: 'Primary IP', value: rmm?.ipAddresses[0] ?? primary?.ipAddress ?? '' },
      { label: 'MAC Address', value: rmm?.macAddresses[0] ?? primary?.macAddress ?? '' },
      { label: 'Default Gateway', value: row.defaultGateway ?? '' },
      {
        label: 'Manufacturer',
        value: state.manufacturers.get(row.manufacturerId ?? '')?.name ?? '',
      },
      { label: 'Model', value: state.models.get(row.modelId ?? '')?.name ?? '' },
      { label: 'Serial Number', value: rmm?.serialNumber ?? row.serialNumber ?? '' },
      { label: 'Asset Tag', value: row.assetTag ?? '' },
      { label: 'Notes', value: row.notes ?? '' },
    ],
  };
}
