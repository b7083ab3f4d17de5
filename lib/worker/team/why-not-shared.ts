import type { NotShared } from '@/lib/model/team-sharing';

/** Why decisions stay in this browser; `null` where they do not. @param cursor `null` before the first reading */
export function whyNotShared(reason: string | undefined, cursor: number | null): NotShared | null {
  switch (reason) {
    case undefined:
      return cursor === null ? 'not-started' : null;
    case 'no-home':
    case 'type-disabled':
    case 'fields-missing':
    case 'text-changed':
    case 'left':
      return reason;
    default:
      return 'not-started';
  }
}
