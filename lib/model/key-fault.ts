import type { KeyFault, SecretField } from './connect';

/** A name with a word for a key in it, and a sign behind it. */
const label = /^(?=[^:=]*(?:key|secret|token|schl(?:ü|ue)ssel|geheim))[\p{L}\p{M}\s_-]+[:=]\s*\S/iu;
const quotes = /^["'`´‘’‚“”„«»‹›]|["'`´‘’“”«»‹›]$/u;

/** IT Glue's keys begin so. */
const isItGlues = (text: string): boolean => text.startsWith('ITG.');

/** The first thing wrong with each of the keys; nothing is said of one that is empty. */
export function keyFaults(
  keys: Readonly<Record<SecretField, string>>,
): { readonly field: SecretField; readonly reason: KeyFault }[] {
  const { dattoPublicKey, dattoSecretKey } = keys;
  const faultOf = (field: SecretField): KeyFault | null => {
    const text = keys[field];
    if (text === '') return null;
    if (quotes.test(text)) return 'quoted-key';
    if (label.test(text)) return 'labelled-key';
    if (/\s/u.test(text)) return 'malformed';
    if (field === 'itGlueApiKey')
      return !isItGlues(text) && (text === dattoPublicKey || text === dattoSecretKey)
        ? 'datto-key'
        : null;
    if (isItGlues(text)) return 'itglue-key';
    return field === 'dattoSecretKey' && text === dattoPublicKey ? 'same-keys' : null;
  };
  return (['dattoPublicKey', 'dattoSecretKey', 'itGlueApiKey'] as const).flatMap((field) => {
    const reason = faultOf(field);
    return reason === null ? [] : [{ field, reason }];
  });
}
