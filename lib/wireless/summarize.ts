import type { Operation, OperationKind } from './operation';

/** A plan in numbers, for a preview. */
export interface PlanSummary {
  /** Requests that write. */
  readonly writes: number;
  readonly createsType: boolean;
  readonly creates: Count;
  readonly updates: Count;
  readonly archives: Count & UserMade;
  readonly unarchives: Count & UserMade;
  readonly relates: number;
  readonly unrelates: number;
}

interface Count {
  readonly records: number;
  readonly passwords: number;
  /** In how many organizations. */
  readonly organizations: number;
}

/** Of those, how many users made. */
interface UserMade {
  readonly userRecords: number;
  readonly userPasswords: number;
}

export function summarize(operations: readonly Operation[]): PlanSummary {
  const of = (kind: OperationKind) => operations.filter((one) => one.kind === kind);
  const count = (verb: 'create' | 'update' | 'archive' | 'unarchive'): Count & UserMade => {
    const [records, passwords] = [of(`${verb}-record`), of(`${verb}-password`)];
    const userMade = (some: readonly Operation[]) =>
      some.filter((one) => 'slot' in one && one.slot === null).length;
    return {
      records: records.length,
      passwords: passwords.length,
      organizations: new Set([...records, ...passwords].map((one) => one.organizationId)).size,
      userRecords: userMade(records),
      userPasswords: userMade(passwords),
    };
  };
  const made = ({ records, passwords, organizations }: Count): Count => ({
    records,
    passwords,
    organizations,
  });
  return {
    writes: operations.length,
    createsType: of('create-type').length > 0,
    creates: made(count('create')),
    updates: made(count('update')),
    archives: count('archive'),
    unarchives: count('unarchive'),
    relates: of('relate').length,
    unrelates: of('unrelate').length,
  };
}
