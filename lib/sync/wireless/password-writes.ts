import { sureOfNone } from '@/lib/itglue/look-up';
import { readAll } from '@/lib/itglue/read-all';
import type { OrganizationId } from '@/lib/model/ids';
import type { Password } from '@/lib/model/password';
import type { WriteTransaction } from '@/lib/store/schema';
import { rememberPassword } from '@/lib/wireless/ledger';
import { naturalKey, type Operation } from '@/lib/wireless/operation';
import { differingTexts } from '@/lib/wireless/password-texts';
import { sameText } from '@/lib/wireless/rich-text';
import type { Slot } from '@/lib/wireless/slot';
import { keepEntries, ledgerOf, type NamesOf } from './ledger-store';
import { desiredOf, digestOf, eventOf, prepared, type Prepared, type Work } from './work';

type Of<Kind extends Operation['kind']> = Extract<Operation, { readonly kind: Kind }>;

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

export function updatePassword(work: Work, operation: Of<'update-password'>): Prepared {
  const { itGlue } = work;
  const { slot, passwordId, changes, withValue } = operation;
  const { key, password: texts } = desiredOf(work, slot);
  const digest = withValue ? digestOf(work, slot) : null;
  return prepared<Password>(
    work,
    naturalKey(operation),
    {
      kind: 'in-memory',
      event: eventOf(work, operation, 'updated', 'password'),
      creation: null,
    },
    {
      send: () =>
        itGlue.updatePassword(passwordId, { ...changes, ...(withValue && { value: key }) }),
      // The value is never read, so it is written once more: an update repeated changes nothing.
      async find() {
        if (withValue) return null;
        const password = await itGlue.password(passwordId);
        return differingTexts(password, texts).length === 0 ? password : null;
      },
      commit: (transaction, answer) =>
        keepPassword(transaction, slot, answer, { digest, texts }, work.namesOf),
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
      send: () => itGlue.archivePassword(passwordId, archived),
      async find() {
        const password = await itGlue.password(passwordId);
        return password.archived === archived ? password : null;
      },
    },
  );
}
