import type { IDBPObjectStore, IndexNames, StoreKey, StoreValue } from 'idb';
import { isEqual } from '@/lib/model/equal';
import { writes } from './kept';
import type { Database, ReadTransaction, Schema, StoreName, WriteTransaction } from './schema';

/** What can be read from: the database, or a transaction that something is written in. */
export type Reader = Database | ReadTransaction | WriteTransaction;

type Readable<Name extends StoreName> =
  | IDBPObjectStore<Schema, [Name], Name, 'readonly'>
  | IDBPObjectStore<Schema, StoreName[], Name, 'readonly' | 'readwrite'>;

/** The object store in the open transaction, or in one of its own. */
export function reading<Name extends StoreName>(from: Reader, name: Name): Readable<Name> {
  return 'done' in from ? from.objectStore(name) : from.transaction(name, 'readonly').store;
}

/** From so many keys on it pays to ask how many rows there are. */
const many = 8;
/** A row that is asked for by itself takes as long as so many that are read at once. */
export const rowsAtOnce = 4;

/** What every repository offers of its object store; the queries that have a meaning are its own. */
export function table<Name extends StoreName>(name: Name) {
  type Key = StoreKey<Schema, Name>;
  type Row = StoreValue<Schema, Name>;
  /** The key of a row that has it in a field, as all tables of rows do. */
  const keyOf = (store: { readonly keyPath: unknown }, row: Row) =>
    row[store.keyPath as keyof Row] as Key;
  const writable = (transaction: WriteTransaction) => {
    writes(transaction, name);
    return transaction.objectStore(name);
  };
  const existing = async (store: Readable<Name>, keys: readonly Key[]): Promise<Row[]> => {
    if (keys.length < many)
      return (await Promise.all(keys.map((key) => store.get(key)))).filter(isThere);
    const isMost = (await store.count()) <= keys.length * rowsAtOnce;
    const all = isMost ? await store.getAll() : await inRanges(store, keys);
    const byKey = new Map(all.map((row) => [keyOf(store, row), row]));
    return keys.map((key) => byKey.get(key)).filter(isThere);
  };
  const isThere = (row: Row | undefined): row is Row => row !== undefined;
  /** Neighbours by the range that they fill: ids of one length are as near to each other as their numbers. */
  const inRanges = async (store: Readable<Name>, keys: readonly Key[]): Promise<Row[]> => {
    const lengths = new Set(keys.map((key) => String(key).length));
    const read = [...lengths].map(async (length) => {
      const group = keys.filter((key) => String(key).length === length).toSorted();
      const range = IDBKeyRange.bound(group[0], group.at(-1));
      if ((await store.count(range)) <= group.length * rowsAtOnce) return store.getAll(range);
      return (await Promise.all(group.map((key) => store.get(key)))).filter(isThere);
    });
    return (await Promise.all(read)).flat();
  };
  async function putChanged(
    transaction: WriteTransaction,
    rows: readonly Row[],
    known?: readonly Row[],
  ): Promise<void> {
    const store = transaction.objectStore(name);
    const keys = rows.map((row) => keyOf(store, row));
    const before = known ?? (await existing(store, keys));
    const byKey = new Map(before.map((row) => [keyOf(store, row), row]));
    const changed = rows.filter((row, place) => !isEqual(row, byKey.get(keys[place]!)));
    if (changed.length > 0) writes(transaction, name);
    await Promise.all(changed.map((row) => store.put(row)));
  }
  return {
    get: (from: Reader, key: Key): Promise<Row | undefined> => reading(from, name).get(key),
    has: async (from: Reader, key: Key): Promise<boolean> =>
      (await reading(from, name).getKey(key)) !== undefined,
    all: (from: Reader): Promise<Row[]> => reading(from, name).getAll(),
    keys: (from: Reader): Promise<Key[]> => reading(from, name).getAllKeys(),
    count: (from: Reader): Promise<number> => reading(from, name).count(),
    /** The rows of these keys that are there, in their order. */
    getMany: (from: Reader, keys: readonly Key[]): Promise<Row[]> =>
      existing(reading(from, name), keys),
    async put(transaction: WriteTransaction, row: Row): Promise<void> {
      await writable(transaction).put(row);
    },
    /** Many at once: all requests are made before the first is waited for. */
    async putAll(transaction: WriteTransaction, rows: readonly Row[]): Promise<void> {
      const store = writable(transaction);
      await Promise.all(rows.map((row) => store.put(row)));
    },
    /** Writes those that differ from what is stored under their key. `known`: what is stored, where that was read. */
    putChanged,
    /** Puts rows in the place of others: removes what is not among them, and writes what differs. */
    async replace(
      transaction: WriteTransaction,
      before: readonly Row[],
      rows: readonly Row[],
    ): Promise<void> {
      const store = transaction.objectStore(name);
      const kept = new Set(rows.map((row) => keyOf(store, row)));
      const gone = before.map((row) => keyOf(store, row)).filter((key) => !kept.has(key));
      if (gone.length > 0) writes(transaction, name);
      await Promise.all(gone.map((key) => store.delete(key)));
      await putChanged(transaction, rows, before);
    },
    remove: (transaction: WriteTransaction, key: Key): Promise<void> =>
      writable(transaction).delete(key),
    async removeAll(transaction: WriteTransaction, keys: readonly Key[]): Promise<void> {
      if (keys.length > 0) writes(transaction, name);
      const store = transaction.objectStore(name);
      await Promise.all(keys.map((key) => store.delete(key)));
    },
    /** Changes those that are there; what comes back the same is not written. */
    async changeMany(
      transaction: WriteTransaction,
      keys: readonly Key[],
      change: (row: Row) => Row,
    ): Promise<void> {
      const store = transaction.objectStore(name);
      await Promise.all(
        keys.map(async (key) => {
          const row = await store.get(key);
          const changed = row === undefined ? undefined : change(row);
          if (changed === undefined || changed === row) return;
          writes(transaction, name);
          await store.put(changed);
        }),
      );
    },
    clear: (transaction: WriteTransaction): Promise<void> => writable(transaction).clear(),
  };
}

/** A query by an index of the object store: rows, keys and number of those that share the value. */
export function by<Name extends StoreName, Index extends IndexNames<Schema, Name>>(
  name: Name,
  index: Index,
) {
  type Value = Schema[Name] extends { indexes: infer Indexes }
    ? Index extends keyof Indexes
      ? Indexes[Index]
      : never
    : never;
  const indexed = (from: Reader) => reading(from, name).index(index);
  const only = (value: Value) => IDBKeyRange.only(value);
  return {
    all: (from: Reader, value: Value): Promise<StoreValue<Schema, Name>[]> =>
      indexed(from).getAll(only(value)),
    /** Those that share any of the values. */
    allOf: async (from: Reader, values: readonly Value[]): Promise<StoreValue<Schema, Name>[]> => {
      const index = indexed(from);
      return (await Promise.all(values.map((value) => index.getAll(only(value))))).flat();
    },
    countOf: async (from: Reader, values: readonly Value[]): Promise<number> => {
      const index = indexed(from);
      const counts = await Promise.all(values.map((value) => index.count(only(value))));
      return counts.reduce((sum, count) => sum + count, 0);
    },
    first: (from: Reader, value: Value): Promise<StoreValue<Schema, Name> | undefined> =>
      indexed(from).get(only(value)),
    keys: (from: Reader, value: Value): Promise<StoreKey<Schema, Name>[]> =>
      indexed(from).getAllKeys(only(value)),
    keysOf: async (from: Reader, values: readonly Value[]): Promise<StoreKey<Schema, Name>[]> => {
      const index = indexed(from);
      return (await Promise.all(values.map((value) => index.getAllKeys(only(value))))).flat();
    },
    any: async (from: Reader, value: Value): Promise<boolean> =>
      (await indexed(from).getKey(only(value))) !== undefined,
    /** One of the rows that have any value there. */
    anyRow: async (from: Reader): Promise<StoreValue<Schema, Name> | undefined> =>
      (await indexed(from).openCursor())?.value,
    count: (from: Reader, value: Value): Promise<number> => indexed(from).count(only(value)),
    /** How many rows have any value there. */
    total: (from: Reader): Promise<number> => indexed(from).count(),
    /** The keys of the rows that have any value there. */
    allKeys: (from: Reader): Promise<StoreKey<Schema, Name>[]> => indexed(from).getAllKeys(),
  };
}
