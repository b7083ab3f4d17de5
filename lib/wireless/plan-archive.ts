import { compareIds } from '@/lib/model/copies';
import type { FlexibleAsset } from '@/lib/model/flexible-asset';
import type { OrganizationId } from '@/lib/model/ids';
import type { Password } from '@/lib/model/password';
import type { Operation } from './operation';
import type { Planning } from './planning';
import type { RecognizedSlot } from './recognize';
import { type Slot } from './slot';

export const recordOf = (
  kind: 'archive-record' | 'unarchive-record',
  slot: Slot | null,
  record: FlexibleAsset,
): Operation => ({
  kind,
  slot,
  recordId: record.id,
  organizationId: record.organizationId,
  subject: record.name,
  fields: [],
});

export const passwordOf = (
  kind: 'archive-password' | 'unarchive-password',
  slot: Slot | null,
  password: Password,
): Operation => ({
  kind,
  slot,
  passwordId: password.id,
  organizationId: password.organizationId,
  subject: password.name,
  fields: [],
});

const isLive = ({ archived }: { readonly archived: boolean }) => !archived;

/** What else there is of a slot besides its record and its password. */
export const archiveDuplicates = ({
  slot,
  duplicateRecords,
  duplicatePasswords,
}: RecognizedSlot) => ({
  records: duplicateRecords.filter(isLive).map((one) => recordOf('archive-record', slot, one)),
  passwords: duplicatePasswords
    .filter(isLive)
    .map((one) => passwordOf('archive-password', slot, one)),
});

/** Archives everything of a slot. */
export function archiveSlot(documented: RecognizedSlot): Operation[] {
  const { slot, record, password } = documented;
  const duplicates = archiveDuplicates(documented);
  return [
    ...(password && isLive(password) ? [passwordOf('archive-password', slot, password)] : []),
    ...duplicates.passwords,
    ...(record && isLive(record) ? [recordOf('archive-record', slot, record)] : []),
    ...duplicates.records,
  ];
}

/** Ids of all records and passwords that document a slot. */
export function ownedIds({ documented }: Planning): ReadonlySet<string> {
  return new Set(
    [...documented.values()]
      .flatMap((one) => [
        ...[one.record, ...one.duplicateRecords].map((record) => record && `record ${record.id}`),
        ...[one.password, ...one.duplicatePasswords].map(
          (password) => password && `password ${password.id}`,
        ),
      ])
      .filter((id) => id !== null),
  );
}

/** Archives records of the type that users made, and the general passwords related to them. */
export function archiveUserRecords(
  planning: Planning,
  inOrganization: (organization: OrganizationId) => boolean,
): Operation[] {
  const { input } = planning;
  const owned = ownedIds(planning);
  const concerned = (organization: OrganizationId) =>
    inOrganization(organization) && !input.unreadOrganizations.has(organization);
  const records = input.records.filter(({ organizationId }) => concerned(organizationId));
  const related = relatedPasswords(planning, new Set(records.map(({ id }) => id)));
  return [
    // Before the records: a stop in between leaves them related to a record that is still to be archived.
    ...byId(input.passwords)
      .filter(isLive)
      .filter(({ embeddedIn }) => embeddedIn === null)
      .filter(({ id, organizationId }) => related.has(id) && concerned(organizationId))
      .filter(({ id }) => !owned.has(`password ${id}`))
      .map((one) => passwordOf('archive-password', null, one)),
    ...byId(records)
      .filter(isLive)
      .filter(({ id }) => !owned.has(`record ${id}`))
      .map((one) => recordOf('archive-record', null, one)),
  ];
}

function relatedPasswords({ input }: Planning, records: ReadonlySet<string>): Set<string> {
  const fromRecords = [...input.recordRelations].flatMap(([id, relations]) =>
    records.has(id)
      ? relations.filter(({ kind }) => kind === 'password').map((one) => one.destinationId)
      : [],
  );
  const fromPasswords = [...input.passwordRelations].flatMap(([id, relations]) =>
    relations.some((one) => one.kind === 'flexible-asset' && records.has(one.destinationId))
      ? [id]
      : [],
  );
  return new Set<string>([...fromRecords, ...fromPasswords]);
}

/** Unarchives the user-made records and passwords that the extension archived. */
export function unarchiveUserRecords(
  planning: Planning,
  inOrganization: (organization: OrganizationId) => boolean,
): Operation[] {
  const { input } = planning;
  const owned = ownedIds(planning);
  const archived = input.ledger.archivedUserRecords;
  const concerned = (one: FlexibleAsset | Password) =>
    one.archived &&
    inOrganization(one.organizationId) &&
    !input.unreadOrganizations.has(one.organizationId);
  const [records, passwords] = [new Set(archived.records), new Set(archived.passwords)];
  return [
    ...byId(input.records)
      .filter((one) => records.has(one.id) && concerned(one) && !owned.has(`record ${one.id}`))
      .map((one) => recordOf('unarchive-record', null, one)),
    ...byId(input.passwords)
      .filter((one) => passwords.has(one.id) && concerned(one) && !owned.has(`password ${one.id}`))
      .map((one) => passwordOf('unarchive-password', null, one)),
  ];
}

const byId = <Row extends { readonly id: string }>(rows: readonly Row[]): Row[] =>
  [...rows].sort((a, b) => compareIds(a.id, b.id));
