import { inSentence } from './in-sentence';
import { t, type MessageKey } from '@/lib/i18n';
import type { JsonType, OddField, WrongField } from '@/lib/model/rows';

const types = {
  string: 'json_type_string',
  number: 'json_type_number',
  boolean: 'json_type_boolean',
  array: 'json_type_array',
  object: 'json_type_object',
} as const satisfies Record<JsonType, MessageKey>;

/** As what a field came, in how many rows, and what became of it. */
export function oddFieldText({ count, type, lost }: OddField): string {
  const key = lost ? 'odd_field_lost' : 'odd_field_understood';
  return t(key, count, [count, t(types[type])]);
}

/** Why a row could not be read: each field, and what it is not. */
export const wrongFieldsText = (fields: readonly WrongField[]): string =>
  fields.map(wrongFieldText).join(' · ');

function wrongFieldText({ field, expected }: WrongField): string {
  const type = expected && t(types[expected]);
  if (field === '') return type ? t('wrong_row_type', [type]) : t('wrong_row');
  const name = inSentence(field);
  return type ? t('wrong_field_type', [name, type]) : t('wrong_field', [name]);
}
