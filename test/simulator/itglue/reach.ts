import type { SimulatorRequest } from '../exchange';
import type { ItGlueQuirks } from '../tenant/quirks';
import { ProblemError } from './errors';
import type { ItGlueState } from './state';

interface Account {
  state: ItGlueState;
  quirks: ItGlueQuirks;
}

const tables: Record<
  string,
  (state: ItGlueState) => ReadonlyMap<string, { organizationId?: string }>
> = {
  configurations: (state) => state.configurations,
  flexible_assets: (state) => state.flexibleAssets,
  passwords: (state) => state.passwords,
};

/** Whether the account's keys may touch a record. @param resource as in addresses, with underscores */
function inReach({ state, quirks }: Account, resource: string, id: string): boolean {
  const { outOfReach } = quirks;
  if (outOfReach.length === 0) return true;
  const organization = tables[resource]?.(state).get(id)?.organizationId;
  return (
    !outOfReach.includes(`${resource}/${id}`) &&
    (organization === undefined || !outOfReach.includes(`organizations/${organization}`))
  );
}

/** As four public reports show it: the record is refused and the key is good. */
const refused = () =>
  new ProblemError(401, [{ detail: 'Unauthorized resource access', source: { pointer: 'id' } }]);

/** Refuses an address that leads to a record, or into an organization, out of reach. */
export function checkAddress(
  call: Account & { request: SimulatorRequest; parameters: Record<string, string> },
): void {
  const [, first = '', id] = call.request.path.split('/');
  const resource = first.replaceAll('-', '_');
  if (id !== undefined && !inReach(call, resource, id)) throw refused();
  const { organizationId, id: nested } = call.parameters;
  const [, , , , inner = ''] = call.request.path.split('/');
  if (organizationId !== undefined && nested !== undefined && !inReach(call, inner, nested))
    throw refused();
}

/** Refuses a body that changes a record out of reach or creates one in such an organization. */
export function checkItem(
  call: Account,
  type: string,
  id: string | undefined,
  attributes: Record<string, unknown>,
): void {
  if (id !== undefined && !inReach(call, type.replaceAll('-', '_'), id)) throw refused();
  const organization = attributes['organization-id'];
  if (typeof organization !== 'string' && typeof organization !== 'number') return;
  if (!inReach(call, 'organizations', String(organization))) throw refused();
}

/** The rows of a list that it shows. */
export function listed<Row extends { id: string }>(
  call: Account,
  type: string,
  rows: Row[],
): Row[] {
  const { outOfReach, outOfReachListed } = call.quirks;
  if (outOfReach.length === 0 || outOfReachListed) return rows;
  return rows.filter((row) => inReach(call, type, row.id));
}
