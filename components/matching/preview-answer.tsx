import { t } from '@/lib/i18n';
import type { Problem } from '@/lib/model/problem';
import { problemInFull } from '@/lib/words/problems';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

/** That a preview is being read, or why it could not be. */
export const PreviewAnswer = ({
  answer: { problem, asking, retry },
}: {
  answer: {
    readonly problem: Problem | null;
    readonly asking: boolean;
    readonly retry: () => void;
  };
}) => (
  <>
    {problem && (
      <Notice
        tone="bad"
        role="alert"
        action={<Button onClick={retry}>{t('matching_retry')}</Button>}
      >
        {t('matching_preview_failed', [problemInFull(problem)])}
      </Notice>
    )}
    {asking && (
      <p class="matching-quiet" role="status">
        {t('matching_preview_reading')}
      </p>
    )}
  </>
);
