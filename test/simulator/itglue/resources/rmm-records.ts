import type { ResourceObject } from '../call';
import type { Include } from '../list';
import type { ConfigurationRow, DattoLinkRow, RmmRecordRow } from '../state';

/** As the reference's example of one configuration has it, the fields that nobody reads included. */
function rmmRecord(row: RmmRecordRow): ResourceObject {
  return {
    id: row.id,
    type: 'rmm-records',
    attributes: {
      name: row.name,
      cpu: null,
      'device-type': row.deviceType,
      disks: [],
      'external-url': `https://rmm.example/devices/${row.id}`,
      hostname: row.hostname,
      'ip-addresses': row.ipAddresses,
      'last-login-user': null,
      'last-reboot': null,
      'last-seen-online': null,
      'mac-addresses': row.macAddresses,
      'manufacturer-name': null,
      'memory-total': null,
      'manufacturer-model-name': null,
      'ms-office-version': null,
      'operating-system': null,
      'patches-applied': null,
      'patches-total': null,
      'serial-number': row.serialNumber,
    },
    relationships: {
      configuration: { data: { id: row.configurationId, type: 'configurations' } },
    },
  };
}

/** ASSUMED: the reference names this include and shows nothing of it. */
function dattoLink(row: DattoLinkRow): ResourceObject {
  return {
    id: row.id,
    type: 'dnet-fa-remote-assets',
    attributes: { name: row.name, 'mac-address': row.macAddress, 'remote-id': row.remoteId },
  };
}

/** What an RMM reports for a configuration. */
export const rmmRecords: Include<ConfigurationRow> = {
  relationship: 'rmm-records',
  // The reference's example has it inside that of the interfaces.
  within: ({ quirks }) =>
    quirks.rmmRelationship === 'within-interfaces' ? 'configuration-interfaces' : undefined,
  rows: ({ id }, { state }) =>
    [...state.rmmRecords.values()].filter((row) => row.configurationId === id).map(rmmRecord),
};

/** What the vendor's own Datto Networking integration links to a configuration. */
export const dattoLinks: Include<ConfigurationRow> = {
  relationship: 'dnet-fa-remote-assets',
  rows: ({ id }, { state }) =>
    [...state.dattoLinks.values()].filter((row) => row.configurationId === id).map(dattoLink),
};
