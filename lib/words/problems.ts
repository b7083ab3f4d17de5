import { inSentence, wordsInSentence } from './in-sentence';
import { wrongFieldsText } from './json-types';
import { t, type MessageKey } from '@/lib/i18n';
import { factsText, listText } from '@/lib/i18n/list';
import type { DattoFailure, Problem, ProblemCause, Side } from '@/lib/model/problem';

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
    case 'locked':
      return t('problem_locked');
    case 'out-of-reach':
      return t('problem_out_of_reach', [name]);
    case 'address-refused':
      return t('problem_address_refused', [name]);
    case 'no-api-access':
      return t('problem_no_api_access', [name]);
    case 'not-permitted':
      // Where no vendor said so, it is the person's role that does not allow it.
      return side === undefined
        ? t('matching_refusal_not_permitted')
        : t('problem_not_permitted', [name]);
    case 'not-found':
      return side === undefined ? t('problem_gone') : t('problem_not_found', [name]);
    case 'refused':
      // Nothing is ever changed at Datto.
      return t(side === 'datto' ? 'problem_refused_request' : 'problem_refused', [name]);
    case 'storage':
      return t('problem_storage');
    case 'storage-full':
      return t('problem_storage_full');
    case 'managed':
      return t('problem_managed');
    case 'too-fast':
      return t('problem_too_fast');
    case 'internal':
      return t('problem_internal');
  }
}

/** What the extension itself found, in words; `null` where the kind says all of it. */
export function causeText({ cause }: Problem): string | null {
  switch (cause?.kind) {
    case undefined:
      return null;
    case 'datto-answer':
      return dattoAnswerText(cause);
    case 'no-network-listed':
      return t('cause_no_network_listed');
    case 'written-elsewhere':
      return t('cause_written_elsewhere');
    case 'no-keys-saved':
      return t('cause_no_keys_saved');
    case 'not-written':
      return t(notWrittenKeys[cause.why]);
    case 'record-held':
      return t('cause_record_held', [listText(cause.fields.map(inSentence))]);
    case 'field-of-another-kind': {
      const { field, type, actual, expected } = cause;
      return t('cause_field_of_another_kind', [
        inSentence(field),
        inSentence(type),
        inSentence(actual),
        inSentence(expected),
      ]);
    }
    case 'unreadable-rows':
      return cause.rows
        .map(({ id, fields }) =>
          t('cause_unreadable_row', [inSentence(id), wrongFieldsText(fields)]),
        )
        .join(' · ');
    case 'words-withheld':
      return t('cause_words_withheld');
    case 'no-configuration-type':
      return t('cause_no_configuration_type');
    case 'reference-refused':
      return t(references[cause.reference], [
        inSentence(cause.name),
        inSentence(problemDetail(cause.problem)),
      ]);
    case 'several':
      return cause.problems
        .map(({ subject, problem }) =>
          // A conflict names its field by itself.
          problem.cause?.kind === 'field-of-another-kind'
            ? problemDetail(problem)
            : `${inSentence(subject)}: ${problemDetail(problem)}`,
        )
        .join(' · ');
  }
}

const references = {
  manufacturer: 'cause_manufacturer_refused',
  model: 'cause_model_refused',
} as const;

const notWrittenKeys = {
  'decided-meanwhile': 'activity_reason_decided_meanwhile',
  'row-gone': 'activity_reason_row_gone',
  'configuration-taken': 'activity_reason_configuration_taken',
  exists: 'activity_reason_exists',
  'has-mac': 'activity_reason_has_mac',
} as const;

const dattoFailures = {
  clock: 'cause_datto_clock',
  nonce: 'cause_datto_nonce',
  malformed: 'cause_datto_malformed',
  'not-implemented': 'cause_datto_not_implemented',
  'bad-request': 'cause_datto_bad_request',
} as const satisfies Record<DattoFailure, MessageKey>;

/** "This computer's clock and Datto's differ too much. (api.cloudtrax.com, code 13002)" */
function dattoAnswerText(cause: Extract<ProblemCause, { kind: 'datto-answer' }>): string {
  const { failure, host, codes, status, wrong = [] } = cause;
  const facts = [
    host,
    ...(codes.length > 0 ? [t('cause_codes', [factsText(codes.map(String))])] : []),
    ...(status === null ? [] : [`HTTP ${status}`]),
    ...(wrong.length > 0 ? [wrongFieldsText(wrong)] : []),
  ];
  const where = `(${factsText(facts)})`;
  return failure === null ? where : `${t(dattoFailures[failure])} ${where}`;
}

/** The one part that says what to correct: the server's words, else what was found, else the sentence of the kind. */
export const problemDetail = (problem: Problem): string =>
  problem.detail === undefined
    ? (causeText(problem) ?? problemText(problem))
    : wordsInSentence(problem.detail);

/** What passes by itself. */
const passing: ReadonlySet<Problem['kind']> = new Set([
  'offline',
  'timeout',
  'rate-limited',
  'server',
]);

/** That something a person wanted was not done, why, and what to do where that may pass. */
export const notDoneText = (problem: Problem): string =>
  t(passing.has(problem.kind) ? 'matching_refusal_passing' : 'matching_refusal_problem', [
    problemInFull(problem),
  ]);

/** The problem in a sentence, and where something was refused what says how to correct it. */
export function problemInFull(problem: Problem): string {
  const sentence = problemText(problem);
  const detail = problem.detail ?? causeText(problem);
  return problem.kind === 'refused' && detail ? `${sentence} ${wordsInSentence(detail)}` : sentence;
}
