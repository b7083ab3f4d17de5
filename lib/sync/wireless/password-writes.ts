import { sureOfNone } from '@/lib/itglue/look-up';
import { readAll } from '@/lib/itglue/read-all';
import { fieldChanges, fieldsOfNew } from '@/lib/journal/field-changes';
import type { OrganizationId } from '@/lib/model/ids';
import type { Password } from '@/lib/model/password';
import type { WriteTransaction } from '@/lib/store/schema';
import { rememberPassword } from '@/lib/wireless/ledger';
import { naturalKey, type Operation } from '@/lib/wireless/operation';
import { differingTexts } from '@/lib/wireless/password-texts';
import { linesOf, sameText } from '@/lib/wireless/rich-text';
import type { Slot } from '@/lib/wireless/slot';
import { keepEntries, ledgerOf, type NamesOf } from './ledger-store';
import {
  archivedChange,
  desiredOf,
  digestOf,
  eventOf,
  prepared,
  type Prepared,
  type Work,
} from './work';

type Of<Kind extends Operation['kind']> = Extract<Operation, { readonly kind: Kind }>;

/** Notes as they read, in whatever form IT Glue keeps them. */
const readable = (notes: string | null | undefined): string | null =>
  notes ? linesOf(notes).join('\n') : null;

/** General passwords among the rows with the natural key of one that is created. */
export const passwordsNamed = (
  rows: readonly Password[],
  organization: OrganizationId,
  name: string,
): Password[] =>
  rows.filter(
    (row) =>
      row.organizationId === organization && row.embeddedIn === null && sameText(row.name, name),
  );

/** Keeps what was written into a password. */
export async function keepPassword(
  transaction: WriteTransaction,
  slot: Slot,
  answer: Password,
  written: Parameters<typeof rememberPassword>[3],
  namesOf: NamesOf,
): Promise<void> {
  const ledger = rememberPassword(await ledgerOf(transaction, slot), slot, answer, written);
  await keepEntries(transaction, ledger.entries, namesOf);
}

export function createPassword(work: Work, operation: Of<'create-password'>): Prepared {
  const { itGlue, input, made } = work;
  const { slot, name, notes } = operation;
  const { organizationId } = slot;
  const { key } = desiredOf(work, slot);
  const digest = digestOf(work, slot);
  let answered = false;
  return prepared<Password>(
    work,
    naturalKey(operation),
    {
      kind: 'in-memory',
      event: eventOf(work, operation, 'created', 'password'),
      creation: { slot, names: [name], digest },
    },
    {
      before: () =>
        Promise.resolve({
          next: 'send',
          known: [
            ...passwordsNamed(input.passwords, organizationId, name).map(({ id }) => id),
            ...made.named('password', organizationId, [name]),
          ],
        }),
      async send() {
        const answer = await itGlue.createPassword(organizationId, { name, notes, value: key });
        answered = true;
        return answer;
      },
      // Not by a filter of the name, which IT Glue may keep in another form.
      async find(known) {
        const list = await readAll((page) =>
          itGlue.passwordsPage(page, { organizationIds: [organizationId] }),
        );
        const named = passwordsNamed(list.rows, organizationId, name);
        const found = named.find(({ id }) => !known.includes(id)) ?? null;
        if (!found) sureOfNone(list, 'GET /passwords', ['attributes.name']);
        return found;
      },
      changes: () => [
        ...fieldsOfNew(
          [
            ['Name', name],
            ['Notes', notes],
          ],
          [key],
        ),
        { field: 'Password' },
      ],
      commit: (transaction, answer) =>
        keepPassword(
          transaction,
          slot,
          answer,
          { digest, texts: answered ? { name, notes } : null },
          work.namesOf,
        ),
    },
  );
}

/**
 * Writes what differs. The value is looked at first, as another browser may have written it: an equal
 * one is written only where it cannot be read, and there not for ever (see `Rewritten`).
 */
export function updatePassword(work: Work, operation: Of<'update-password'>): Prepared {
  const { itGlue } = work;
  const { slot, passwordId, changes, value } = operation;
  const { key, password: texts } = desiredOf(work, slot);
  const digest = value === 'known' ? null : digestOf(work, slot);
  let withValue = false;
  let moved = false;
  /** Finds out whether the value is to be written. A later worker comes by `find` alone. */
  async function look(): Promise<Password> {
    if (value === 'known') return itGlue.password(passwordId);
    const there = await itGlue.comparePassword(passwordId, key);
    const hidden = there.matches === null;
    withValue = there.matches === false || (hidden && value !== 'moved-again');
    moved = hidden && value !== 'unknown';
    return there;
  }
  return prepared<Password>(
    work,
    naturalKey(operation),
    {
      kind: 'in-memory',
      event: eventOf(work, operation, 'updated', 'password'),
      creation: null,
    },
    {
      async before() {
        if (value === 'known') return { next: 'send', known: [] };
        const there = await look();
        const nothing = !withValue && Object.keys(changes).length === 0;
        return nothing ? { next: 'adopt', result: there } : { next: 'send', known: [] };
      },
      send: () =>
        itGlue.updatePassword(passwordId, { ...changes, ...(withValue && { value: key }) }),
      // Where the value cannot be read it is written once more: an update repeated changes nothing.
      async find() {
        const there = await look();
        return !withValue && differingTexts(there, texts).length === 0 ? there : null;
      },
      changes: () => {
        const there = work.input.passwords.find(({ id }) => id === passwordId);
        return [
          ...fieldChanges(
            [
              ['Name', there?.name ?? null, changes.name ?? there?.name ?? null],
              ['Notes', readable(there?.notes), changes.notes ?? readable(there?.notes)],
            ],
            [key],
          ),
          ...(withValue ? [{ field: 'Password' }] : []),
        ];
      },
      commit: (transaction, answer, { found }) =>
        keepPassword(
          transaction,
          slot,
          answer,
          { digest, texts: found ? null : texts, moved },
          work.namesOf,
        ),
    },
  );
}

export function archivePassword(
  work: Work,
  operation: Of<'archive-password' | 'unarchive-password'>,
): Prepared {
  const { itGlue } = work;
  const { passwordId } = operation;
  const archived = operation.kind === 'archive-password';
  return prepared<Password>(
    work,
    naturalKey(operation),
    {
      kind: 'in-memory',
      event: eventOf(work, operation, archived ? 'archived' : 'unarchived', 'password'),
      creation: null,
    },
    {
      changes: () => archivedChange(archived),
      send: () => itGlue.archivePassword(passwordId, archived),
      async find() {
        const password = await itGlue.password(passwordId);
        return password.archived === archived ? password : null;
      },
    },
  );
}
