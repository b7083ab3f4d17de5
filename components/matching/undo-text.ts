import { inSentence } from '@/lib/words/in-sentence';
import { t } from '@/lib/i18n';
import type { UndoView } from '@/lib/views/matching';

/** What Undo would take back: "match of Acme". */
export function undoText({ action, name, count }: UndoView): string {
  const what = [name === null ? t('matching_undo_rows', count) : inSentence(name)];
  switch (action) {
    case 'match':
      return t('matching_undo_match', what);
    case 'unmatch':
      return t('matching_undo_unmatch', what);
    case 'ignore':
      return t('matching_undo_ignore', what);
    case 'unignore':
      return t('matching_undo_unignore', what);
    case 'legitimate':
      return t('matching_undo_legitimate', what);
    case 'not-legitimate':
      return t('matching_undo_not_legitimate', what);
    case 'accept-all':
      return t('matching_undo_accept_all', count);
  }
}
