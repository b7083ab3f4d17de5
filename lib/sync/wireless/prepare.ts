import type { Operation } from '@/lib/wireless/operation';
import { archivePassword, createPassword, updatePassword } from './password-writes';
import { archiveRecord, createRecord, updateRecord } from './record-writes';
import { relate, unrelate } from './relation-writes';
import { writeType } from './type-writes';
import type { Prepared, Work } from './work';

/** An operation as the journal takes it; `null` where what it builds on was refused. */
export function prepare(work: Work, operation: Operation): Prepared | null {
  switch (operation.kind) {
    case 'create-type':
    case 'repair-type':
    case 'enable-type':
    case 'disable-type':
      return writeType(work, operation);
    case 'create-record':
      return createRecord(work, operation);
    case 'update-record':
      return updateRecord(work, operation);
    case 'archive-record':
    case 'unarchive-record':
      return archiveRecord(work, operation);
    case 'create-password':
      return createPassword(work, operation);
    case 'update-password':
      return updatePassword(work, operation);
    case 'archive-password':
    case 'unarchive-password':
      return archivePassword(work, operation);
    case 'relate':
      return relate(work, operation);
    case 'unrelate':
      return unrelate(work, operation);
  }
}
