import type { NotAccepted } from '@/lib/model/team-sharing';
import type { SharedEntry, SharedValue } from '@/lib/model/shared-entry';
import { saysSame } from './shared-values';

/** Settings that others decided and that are not acted upon, since their user may not make them. */
export const notAccepted = (
  rows: readonly {
    readonly key: string;
    readonly base?: SharedValue;
    readonly entry: SharedEntry;
  }[],
  nameOf: (user: string | null) => string | null,
): NotAccepted[] =>
  rows.flatMap(({ key, base, entry }) =>
    key.startsWith('s:') && !saysSame(key, base, entry.value)
      ? [
          {
            user: nameOf(entry.user) ?? '',
            setting: key === 's:auto-create' ? 'auto-create' : 'types',
          } as const,
        ]
      : [],
  );
