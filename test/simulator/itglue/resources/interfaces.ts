import type { SimulatorAnswer } from '../../exchange';
import { flag, idNumber, readBody, text, type Call, type ResourceObject } from '../call';
import { badRequest, notFound, unprocessable } from '../errors';
import { answerList, answerSingle, type Resource } from '../list';
import type { ConfigurationRow, InterfaceRow } from '../state';
import { stamps } from './named';

/** As the vendor answers it: the id is among the attributes and not at the top. */
export function interfaceObject(row: InterfaceRow): ResourceObject {
  return {
    type: 'configuration-interfaces',
    attributes: {
      primary: row.primary,
      name: row.name,
      'ip-address': row.ipAddress,
      'mac-address': row.macAddress,
      notes: row.notes,
      id: idNumber(row.id),
      ...stamps(row),
    },
  };
}

const interfaces: Resource<InterfaceRow> = {
  present: interfaceObject,
  filters: {
    id: (row, value) => row.id === value,
    ip_address: (row, value) => row.ipAddress === value,
  },
  sorts: { created_at: (row) => row.createdAt, updated_at: (row) => row.updatedAt },
};

export function listInterfaces(call: Call): SimulatorAnswer {
  return answerList(call, interfaces, configurationOf(call).interfaces);
}

/** A change of the primary interface is a change of the configuration's own addresses. */
export function updateInterface(call: Call): SimulatorAnswer {
  const configuration = configurationOf(call);
  const row = configuration.interfaces.find(({ id }) => id === call.parameters.id);
  if (row === undefined) throw notFound('The configuration interface');
  const { bulk, items } = readBody(call, 'configuration-interfaces');
  const [item] = items;
  if (bulk || item === undefined)
    throw badRequest('This path updates one configuration interface.');
  if (configuration.psaSynced && row.primary) {
    throw unprocessable(
      'The primary interface is synced with your PSA and cannot be changed here.',
    );
  }
  const primary = flag(item, 'primary', row.primary);
  const own = (value: string | null | undefined, before: string | null) =>
    value === undefined ? before : value;
  if (primary) for (const other of configuration.interfaces) other.primary = false;
  Object.assign(row, {
    primary,
    name: own(text(item, 'name'), row.name),
    ipAddress: own(text(item, 'ip-address'), row.ipAddress),
    macAddress: own(text(item, 'mac-address'), row.macAddress),
    notes: own(text(item, 'notes'), row.notes),
    updatedAt: call.now,
  });
  configuration.updatedAt = call.now;
  return answerSingle(call, interfaces, row);
}

function configurationOf(call: Call): ConfigurationRow {
  const row = call.state.configurations.get(call.parameters.configurationId ?? '');
  if (row === undefined) throw notFound('The configuration');
  return row;
}
