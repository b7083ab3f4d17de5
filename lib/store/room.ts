import type { Database } from './schema';

const megabyte = 2 ** 20;
/** What a sync writes within a moment fits in, several times. */
const enoughToWrite = 32 * megabyte;
/** The browser writes a few bytes whenever it opens a database. */
const enoughToOpen = megabyte;
/** So long an answer counts for the writes that follow, milliseconds. */
const freshMs = 1000;

/** Whether there is room on the disk for what is stored. */
export interface Room {
  /** @param fresh asks even where it was just asked, since a write failed */
  readonly mayWrite: (fresh?: 'fresh') => Promise<boolean>;
  readonly mayOpen: () => Promise<boolean>;
}

/**
 * @param free free bytes on the disk that the browser stores on; `null` where it does not tell
 * @param now milliseconds
 */
export function createRoom(
  free: () => Promise<number | null>,
  now: () => number = () => performance.now(),
): Room {
  let asked: Promise<number> | undefined;
  let askedAt = 0;
  const bytes = (fresh: boolean): Promise<number> => {
    if (fresh || asked === undefined || now() - askedAt > freshMs) {
      askedAt = now();
      asked = free().then(
        (known) => known ?? Infinity,
        () => Infinity,
      );
    }
    return asked;
  };
  return {
    mayWrite: async (fresh) => (await bytes(fresh !== undefined)) >= enoughToWrite,
    mayOpen: async () => (await bytes(true)) >= enoughToOpen,
  };
}

/** For want of room a database was not opened or written to: nothing of it is harmed. */
export class NotBegun extends DOMException {
  constructor() {
    super('full', 'QuotaExceededError');
  }
}

const rooms = new WeakMap<Database, Room>();

/**
 * From now on nothing is written to the database while there is next to no room: a write that the disk
 * breaks off leaves half a record in Chromium's log, and one that comes after it makes Chromium take all
 * of the database for damaged and delete it.
 */
export function watchRoom(database: Database, room: Room): void {
  rooms.set(database, room);
}

/** The room that a database has; `undefined` where nobody watches it. */
export const roomOf = (database: Database): Room | undefined => rooms.get(database);
