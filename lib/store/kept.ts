import type { Database, StoreName, WriteTransaction } from './schema';

/** The tables that a transaction wrote, until it is committed. */
const writing = new WeakMap<WriteTransaction, Set<StoreName>>();
/** How often each table was written since its database was opened. */
const written = new WeakMap<Database, Map<StoreName, number>>();

/** Notes that the transaction writes the table. */
export function writes(transaction: WriteTransaction, name: StoreName): void {
  const names = writing.get(transaction);
  if (names) names.add(name);
  else writing.set(transaction, new Set([name]));
}

/** Tells that the transaction has ended: what it wrote may stand. */
export function ended(database: Database, transaction: WriteTransaction): void {
  const times = written.get(database) ?? new Map<StoreName, number>();
  for (const name of writing.get(transaction) ?? []) times.set(name, (times.get(name) ?? 0) + 1);
  written.set(database, times);
}

/**
 * Reads something of whole tables once, and again only after one of them was written: while a sync or
 * a person changes others, a long list need not be read for each of its windows. What is kept goes
 * with the worker.
 * @param names all tables that are read
 * @param of for whom it is read; only the last one's is kept
 */
export function kept<For extends readonly unknown[], Value>(
  names: readonly StoreName[],
  read: (store: Database, ...asker: For) => Promise<Value>,
  of: (...asker: For) => string = () => '',
): (store: Database, ...asker: For) => Promise<Value> {
  const last = new WeakMap<Database, { readonly at: string; readonly value: Promise<Value> }>();
  return (store, ...asker) => {
    const times = written.get(store);
    const at = [of(...asker), ...names.map((name) => times?.get(name) ?? 0)].join(' ');
    const before = last.get(store);
    if (before?.at === at) return before.value;
    const value = read(store, ...asker);
    last.set(store, { at, value });
    // A read that failed is tried again by whoever asks next.
    value.catch(() => last.get(store)?.value === value && last.delete(store));
    return value;
  };
}
