import { inSentence } from './in-sentence';
import { t } from '@/lib/i18n';
import type { Problem, Side } from '@/lib/model/problem';

/** The vendor's product by its name. */
export const sideName = (side: Side | undefined): string =>
  side === 'itglue' ? t('side_itglue') : side === 'datto' ? t('side_datto') : t('side_unknown');

/** One sentence that says what went wrong, without the server's own words. */
export function problemText({ kind, side }: Problem): string {
  const name = sideName(side);
  switch (kind) {
    case 'offline':
      return t('problem_offline', [name]);
    case 'timeout':
      return t('problem_timeout', [name]);
    case 'rate-limited':
      return t('problem_rate_limited', [name]);
    case 'server':
      return t('problem_server', [name]);
    case 'credentials':
      return t('problem_credentials', [name]);
    case 'not-permitted':
      return t('problem_not_permitted', [name]);
    case 'not-found':
      return t('problem_not_found', [name]);
    case 'refused':
      return t('problem_refused', [name]);
    case 'internal':
      return t('problem_internal');
  }
}

/** The problem, with the server's own words where it refused: they say what to correct. */
export function problemInFull(problem: Problem): string {
  const sentence = problemText(problem);
  return problem.kind === 'refused' && problem.detail
    ? `${sentence} ${inSentence(problem.detail)}`
    : sentence;
}
