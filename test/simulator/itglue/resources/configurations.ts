import type { SimulatorAnswer } from '../../exchange';
import {
  dashedKeys,
  flag,
  idNumber,
  isObject,
  noteLog,
  readBody,
  reference,
  requiredText,
  text,
  type Call,
  type Written,
} from '../call';
import { badRequest, notFound, unprocessable } from '../errors';
import { answerList, answerRows, answerSingle, type Resource } from '../list';
import { primaryInterface, takeId, type ConfigurationRow, type InterfaceRow } from '../state';
import { interfaceObject } from './interfaces';
import { namedSorts, stamps } from './named';
import { relatedItemsInclude } from './related-items';
import { dattoLinks, rmmRecords } from './rmm-records';

/** The reference: "17 Character limit". */
const longestMac = 17;

/** What may be changed of a configuration that a PSA owns (the reference); and the id of a bulk update. */
const notOfPsa = [
  'id',
  'archived',
  'asset-tag',
  'notes',
  'purchased-at',
  'restricted',
  'serial-number',
  'warranty-expires-at',
];

const configurations: Resource<ConfigurationRow> = {
  present: (row, { state }) => {
    const organization = state.organizations.get(row.organizationId);
    const type = state.configurationTypes.get(row.typeId);
    const primary = primaryInterface(row);
    const portal = `https://${state.subdomain}${state.region === 'us' ? '' : `.${state.region}`}.itglue.com`;
    return {
      id: row.id,
      type: 'configurations',
      attributes: {
        'organization-id': idNumber(row.organizationId),
        'organization-name': organization?.name ?? null,
        'resource-url': `${portal}/${row.organizationId}/configurations/${row.id}`,
        restricted: false,
        // Real answers have it; what it says is ASSUMED.
        'psa-integration': row.psaSynced ? 'enabled' : 'disabled',
        'my-glue': false,
        name: row.name,
        hostname: row.hostname,
        'primary-ip': primary?.ipAddress ?? null,
        'mac-address': primary?.macAddress ?? null,
        'default-gateway': row.defaultGateway,
        'serial-number': row.serialNumber,
        'asset-tag': row.assetTag,
        position: null,
        'installed-by': null,
        'purchased-by': null,
        notes: row.notes,
        'operating-system-notes': null,
        'warranty-expires-at': row.warrantyExpiresAt,
        'installed-at': null,
        'purchased-at': null,
        ...stamps(row),
        'organization-short-name': organization?.shortName ?? null,
        'configuration-type-id': idNumber(row.typeId),
        'configuration-type-name': type?.name ?? null,
        'configuration-type-kind': type?.kind ?? null,
        'configuration-status-id': idNumber(row.statusId),
        'configuration-status-name':
          state.configurationStatuses.get(row.statusId ?? '')?.name ?? null,
        'manufacturer-id': idNumber(row.manufacturerId),
        'manufacturer-name': state.manufacturers.get(row.manufacturerId ?? '')?.name ?? null,
        'model-id': idNumber(row.modelId),
        'model-name': state.models.get(row.modelId ?? '')?.name ?? null,
        'operating-system-id': null,
        'operating-system-name': null,
        'location-id': null,
        'location-name': row.locationName,
        archived: row.archived,
      },
      relationships: {
        'configuration-interfaces': {
          data: row.interfaces.map(({ id }) => ({ id, type: 'configuration-interfaces' })),
        },
      },
    };
  },
  filters: {
    id: (row, value) => row.id === value,
    name: (row, value) => row.name === value,
    organization_id: (row, value) => row.organizationId === value,
    configuration_type_id: (row, value) => row.typeId === value,
    configuration_status_id: (row, value) => row.statusId === value,
    serial_number: (row, value) => row.serialNumber === value,
    asset_tag: (row, value) => row.assetTag === value,
    // Text as typed, and only the configuration's own: not a MAC's value, not the other interfaces.
    mac_address: (row, value) => primaryInterface(row)?.macAddress === value,
    archived: (row, value) => row.archived === (value === 'true' || value === '1'),
  },
  wholeValue: ['name'],
  sorts: namedSorts,
  includes: {
    configuration_interfaces: {
      relationship: 'configuration-interfaces',
      rows: (row) => row.interfaces.map((one) => ({ id: one.id, ...interfaceObject(one) })),
    },
    rmm_records: rmmRecords,
    dnet_fa_remote_assets: dattoLinks,
  },
  singleIncludes: { related_items: relatedItemsInclude('configurations') },
};

export function listConfigurations(call: Call): SimulatorAnswer {
  const { organizationId } = call.parameters;
  if (organizationId !== undefined && !call.state.organizations.has(organizationId)) {
    throw notFound('The organization');
  }
  const rows = [...call.state.configurations.values()].filter(
    (row) => organizationId === undefined || row.organizationId === organizationId,
  );
  return answerList(call, configurations, rows);
}

export function getConfiguration(call: Call): SimulatorAnswer {
  const row = call.state.configurations.get(call.parameters.id ?? '');
  const { organizationId } = call.parameters;
  if (
    row === undefined ||
    (organizationId !== undefined && row.organizationId !== organizationId)
  ) {
    throw notFound('The configuration');
  }
  return answerSingle(call, configurations, row);
}

/** All or nothing: every item is checked before the first is created. */
export function createConfigurations(call: Call): SimulatorAnswer {
  const { bulk, items } = readBody(call, 'configurations');
  if (bulk && call.parameters.organizationId === undefined) {
    throw badRequest('Configurations are created in bulk on the nested path only.');
  }
  const rows = items.map((item) => write(call, item, undefined));
  for (const row of rows) {
    call.state.configurations.set(row.id, row);
    noteLog(call, 'create', 'Configuration', row.name, row.organizationId);
  }
  const [first] = rows;
  return bulk || first === undefined
    ? answerRows(call, configurations, rows, 201)
    : answerSingle(call, configurations, first, 201);
}

/** One by its address, or several by the ids in the body (flat path only). All or nothing. */
export function updateConfigurations(call: Call): SimulatorAnswer {
  const { bulk, items } = readBody(call, 'configurations');
  const single = call.parameters.id;
  if (bulk === (single !== undefined)) {
    throw badRequest(
      bulk ? 'This path updates one configuration.' : 'A bulk update takes an array.',
    );
  }
  const changes = items.map((item) => {
    const before = call.state.configurations.get(single ?? item.id ?? '');
    if (before === undefined) throw notFound('The configuration');
    return { before, after: write(call, item, before) };
  });
  const rows = changes.map(({ before, after }) => {
    noteLog(call, 'update', 'Configuration', after.name, after.organizationId);
    return Object.assign(before, after);
  });
  const [first] = rows;
  return single === undefined || first === undefined
    ? answerRows(call, configurations, rows)
    : answerSingle(call, configurations, first);
}

function write(call: Call, item: Written, before: ConfigurationRow | undefined): ConfigurationRow {
  const { state, now } = call;
  const allowed = call.quirks.psaRefuses === 'everything' ? [] : notOfPsa;
  if (before?.psaSynced && Object.keys(item.attributes).some((name) => !allowed.includes(name))) {
    throw unprocessable('The configuration is synced with your PSA and cannot be changed here.');
  }
  if (before !== undefined && item.relationships !== undefined) {
    throw unprocessable('Relationships are not permitted in an update.');
  }
  const organizationId =
    before?.organizationId ??
    call.parameters.organizationId ??
    reference(item, 'organization-id', state.organizations);
  if (organizationId === undefined || organizationId === null) {
    throw unprocessable("organization-id can't be blank", 'organization-id');
  }
  if (!state.organizations.has(organizationId)) throw notFound('The organization');
  const typeId =
    reference(item, 'configuration-type-id', state.configurationTypes) ?? before?.typeId;
  if (typeId === undefined)
    throw unprocessable("configuration-type-id can't be blank", 'configuration-type-id');

  const own = (written: string | null | undefined, old: string | null | undefined) =>
    written === undefined ? (old ?? null) : written;
  return {
    id: before?.id ?? takeId(state),
    organizationId,
    name: requiredText(item, 'name', before?.name),
    hostname: own(text(item, 'hostname'), before?.hostname),
    serialNumber: own(text(item, 'serial-number'), before?.serialNumber),
    assetTag: own(text(item, 'asset-tag'), before?.assetTag),
    notes: own(text(item, 'notes'), before?.notes),
    defaultGateway: own(text(item, 'default-gateway'), before?.defaultGateway),
    warrantyExpiresAt: own(text(item, 'warranty-expires-at'), before?.warrantyExpiresAt),
    typeId,
    statusId: own(
      reference(item, 'configuration-status-id', state.configurationStatuses),
      before?.statusId,
    ),
    manufacturerId: own(
      reference(item, 'manufacturer-id', state.manufacturers),
      before?.manufacturerId,
    ),
    modelId: own(reference(item, 'model-id', state.models), before?.modelId),
    locationName: before?.locationName ?? null,
    archived: flag(item, 'archived', before?.archived ?? false),
    psaSynced: before?.psaSynced ?? false,
    interfaces: writeAddresses(call, item, before?.interfaces ?? newInterfaces(call, item)),
    createdAt: before?.createdAt ?? now,
    updatedAt: now,
  };
}

/** A primary IP or MAC written on the configuration goes to its primary interface, which is made when missing. */
function writeAddresses(call: Call, item: Written, before: InterfaceRow[]): InterfaceRow[] {
  const ipAddress = text(item, 'primary-ip');
  const macAddress = text(item, 'mac-address');
  if ((macAddress ?? '').length > longestMac) {
    throw unprocessable(
      `mac-address is too long (maximum is ${longestMac} characters)`,
      'mac-address',
    );
  }
  if (ipAddress === undefined && macAddress === undefined) return before;
  const change = {
    ...(ipAddress !== undefined && { ipAddress: ipAddress === '' ? null : ipAddress }),
    ...(macAddress !== undefined && { macAddress: macAddress === '' ? null : macAddress }),
  };
  if (before.some(({ primary }) => primary)) {
    return before.map((one) => (one.primary ? { ...one, ...change, updatedAt: call.now } : one));
  }
  return [{ ...newInterface(call, true), ...change }, ...before];
}

function newInterface(call: Call, primary: boolean): InterfaceRow {
  return {
    id: takeId(call.state),
    name: null,
    primary,
    ipAddress: null,
    macAddress: null,
    notes: null,
    createdAt: call.now,
    updatedAt: call.now,
  };
}

/** The interfaces a create carries under `relationships`; the first is the primary one when none says so. */
function newInterfaces(call: Call, item: Written): InterfaceRow[] {
  const relationship = item.relationships?.['configuration-interfaces'];
  const data = isObject(relationship) && Array.isArray(relationship.data) ? relationship.data : [];
  const rows = data.filter(isObject).map((one) => {
    const written: Written = {
      id: undefined,
      attributes: dashedKeys(isObject(one.attributes) ? one.attributes : {}),
      relationships: undefined,
    };
    return {
      ...newInterface(call, flag(written, 'primary', false)),
      name: text(written, 'name') ?? null,
      ipAddress: text(written, 'ip-address') ?? null,
      macAddress: text(written, 'mac-address') ?? null,
      notes: text(written, 'notes') ?? null,
    };
  });
  const [first] = rows;
  if (first !== undefined && !rows.some(({ primary }) => primary)) first.primary = true;
  return rows;
}
