import type { OrganizationId } from '@/lib/model/ids';
import type { FieldConflict, Problem } from '@/lib/model/problem';
import { whyNoKeys } from '@/lib/store/credentials';
import { readWirelessState } from '@/lib/sync/wireless/ledger-store';
import { readWireless } from '@/lib/sync/wireless/reading';
import type { WirelessPreview } from '@/lib/views/wireless';
import type { Operation } from '@/lib/wireless/operation';
import { planWireless } from '@/lib/wireless/plan';
import { summarize } from '@/lib/wireless/summarize';
import { reportProblem, type MatchingContext } from '@/lib/decisions/context';

/** What switching Auto-Create on or off would write, in numbers. Reads both APIs and writes to neither. */
export async function previewWireless(
  context: Pick<MatchingContext, 'store' | 'clients' | 'refused'>,
  on: boolean,
): Promise<WirelessPreview> {
  const { store } = context;
  // What this browser never documented, or took back already, switching off leaves alone.
  if (!on && (await readWirelessState(store)).applied === 'off') return preview(on, []);
  try {
    const clients = await context.clients();
    if (!clients) return { ...preview(on, []), problem: await whyNoKeys(store) };
    const reading = await readWireless(store, clients, on, new AbortController().signal);
    const { operations, problems } = planWireless(reading.input, reading.desired);
    return {
      ...preview(on, operations),
      archivesIn: archivedIn(operations, reading.organizationNames),
      networksUnread: reading.input.organizations.flatMap(({ networks }) =>
        networks.filter(({ readable }) => !readable).map(({ name }) => name),
      ),
      problem: problems.length === 0 ? null : conflictsProblem(problems),
    };
  } catch (error) {
    const problem: Problem = await reportProblem(context, error);
    return { ...preview(on, []), problem };
  }
}

/** The fields in the way, each by its name. */
function conflictsProblem(conflicts: readonly FieldConflict[]): Problem {
  const problems = conflicts.map((cause) => ({
    subject: cause.field,
    problem: { kind: 'refused', side: 'itglue', cause } as const,
  }));
  return { kind: 'refused', side: 'itglue', cause: { kind: 'several', problems } };
}

function preview(on: boolean, operations: readonly Operation[]): WirelessPreview {
  const { createsType, creates, updates, archives, unarchives } = summarize(operations);
  const withUserMade = (count: typeof archives) => ({
    records: count.records,
    passwords: count.passwords,
    madeByPeople: count.userRecords + count.userPasswords,
    recordsMadeByPeople: count.userRecords,
  });
  return {
    on,
    createsType,
    creates: { records: creates.records, passwords: creates.passwords },
    updates: { records: updates.records, passwords: updates.passwords },
    archives: withUserMade(archives),
    unarchives: withUserMade(unarchives),
    organizations: new Set(operations.flatMap((one) => one.organizationId ?? [])).size,
    archivesIn: [],
    networksUnread: [],
    problem: null,
  };
}

function archivedIn(
  operations: readonly Operation[],
  names: ReadonlyMap<OrganizationId, string>,
): string[] {
  const ids = operations.flatMap(({ kind, organizationId: id }) =>
    id !== null && (kind === 'archive-record' || kind === 'archive-password') ? [id] : [],
  );
  return [...new Set(ids)].map((id) => names.get(id) ?? id).sort((a, b) => a.localeCompare(b));
}
