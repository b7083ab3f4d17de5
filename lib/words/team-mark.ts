import { t } from '@/lib/i18n';
import { clockTime, exactTime, relativeTime } from '@/lib/i18n/time';
import type { TeamMark } from '@/lib/model/team-mark';
import { inSentence } from './in-sentence';

/** A user of the company in a sentence. @param by empty where that browser has no user */
export const nameOf = (by: string): string => (by === '' ? t('team_another') : inSentence(by));

/** Who of the company decided it, with the moment; for a row of a list. */
export const decidedBy = ({ by, at }: TeamMark): string =>
  t('team_decided_by', [nameOf(by), exactTime(at)]);

/** The same as a sentence. @param now milliseconds since 1970 */
export const matchedBy = ({ by, at }: TeamMark, now: number): string =>
  t('team_matched_by', [nameOf(by), relativeTime(at, now)]);

/**
 * That another's decision counts instead of one made here.
 * @param about the row's name; `null` where it stands on its own page
 * @param now milliseconds since 1970
 */
export const overruledText = ({ by, at }: TeamMark, about: string | null, now: number): string =>
  about === null
    ? t('team_overruled', [nameOf(by), clockTime(at, now)])
    : t('team_overruled_about', [nameOf(by), clockTime(at, now), inSentence(about)]);

/** That another browser is at a sync. @param since ISO 8601 @param now milliseconds since 1970 */
export const syncingElsewhere = (by: string, since: string, now: number): string =>
  t('team_syncing', [nameOf(by), clockTime(since, now)]);
