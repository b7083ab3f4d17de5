import type { Database } from '@/lib/store/schema';
import type { Life } from './life';

/** What a dead worker gets from its database: whatever is asked of it never settles. */
const gone: object = new Proxy(() => undefined, {
  get: (_target, property) => (property === 'then' ? () => undefined : gone),
  apply: () => gone,
});

const writing = ['put', 'add', 'delete', 'clear'];

/**
 * A database connection that ends with the worker that opened it: what is not committed by then is
 * aborted, and nothing is asked or answered any more.
 * @param onWriting told of each transaction that writes, right when it was opened
 */
export function mortalStore(
  store: Database,
  life: Life,
  onWriting?: (transaction: IDBTransaction) => void,
): Database {
  life.atDeath(() => store.close());
  return new Proxy(store, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property, target);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        const writes =
          property === 'transaction' ? args[1] === 'readwrite' : writing.includes(String(property));
        if (writes ? !life.survives({ at: 'store' }) : !life.alive) return gone;
        const result: unknown = Reflect.apply(value, target, args);
        if (result instanceof IDBTransaction) {
          abortAtDeath(result, life);
          if (writes) onWriting?.(result);
        }
        return mortal(result, life);
      };
    },
  });
}

function mortal(value: unknown, life: Life): unknown {
  if (value instanceof Promise) return life.settle(value);
  if (!(
    value instanceof IDBTransaction ||
    value instanceof IDBObjectStore ||
    value instanceof IDBIndex ||
    value instanceof IDBCursor
  ))
    return value;
  return new Proxy(value, {
    get(target, property) {
      const member: unknown = Reflect.get(target, property, target);
      if (typeof member !== 'function') return mortal(member, life);
      return (...args: unknown[]) =>
        life.alive ? mortal(Reflect.apply(member, target, args), life) : gone;
    },
  });
}

/** @param transaction as idb wraps it, with the promise of its end */
function abortAtDeath(transaction: IDBTransaction & { done?: Promise<void> }, life: Life): void {
  const ended = life.atDeath(() => {
    try {
      transaction.abort();
    } catch {
      // Committed already.
    }
  });
  transaction.done?.then(ended, ended);
}
