import * as z from 'zod/mini';
import { repeatsSecret } from './secrets';

const errorSchema = z.object({
  title: z.catch(z.nullish(z.string()), null),
  detail: z.catch(z.nullish(z.string()), null),
  source: z.catch(
    z.nullish(
      z.union([z.string(), z.object({ pointer: z.string() }), z.object({ parameter: z.string() })]),
    ),
    null,
  ),
});
const documentSchema = z.object({ errors: z.array(errorSchema) });
type WireError = z.infer<typeof errorSchema>;

/** What a server said about a failed request. */
export interface ErrorDetails {
  /** One sentence each, with the field it is about: `Configuration type: can't be blank`. */
  readonly details: readonly string[];
  /** Whether something is left out, since it repeats a secret. */
  readonly withheld: boolean;
}

/**
 * The sentences of an error document, `{"errors":[{"title","detail","status","source"}]}`. Empty where
 * the answer has none.
 * @param secrets what the request carried that no text may repeat
 */
export function errorDetails(document: unknown, secrets: readonly string[]): ErrorDetails {
  const parsed = documentSchema.safeParse(document);
  if (!parsed.success) return { details: [], withheld: false };
  const { errors } = parsed.data;
  return {
    details: errors
      .map((error) => sentence(error, secrets))
      .filter((text) => text !== '')
      .slice(0, 20),
    withheld: errors.some((error) => repeatsSecret(said(error), secrets)),
  };
}

const said = ({ detail, title }: WireError): string => detail ?? title ?? '';

function sentence(error: WireError, secrets: readonly string[]): string {
  const words = said(error);
  const text = repeatsSecret(words, secrets) ? '' : words.trim().slice(0, 500);
  const field = fieldInWords(error, secrets);
  if (field === '') return text;
  if (text === '') return field;
  const plain = text.toLowerCase().replaceAll(/[-_]/g, ' ');
  return plain.startsWith(field.toLowerCase()) ? text : `${field}: ${text}`;
}

/** `/data/1/attributes/configuration-type-id` → `#2 configuration type`. */
function fieldInWords({ source }: WireError, secrets: readonly string[]): string {
  if (!source) return '';
  const path =
    typeof source === 'string' ? source : 'pointer' in source ? source.pointer : source.parameter;
  if (repeatsSecret(path, secrets)) return '';
  const parts = path.split(/[/[\]]/).filter((part) => part !== '');
  const row = parts.find((part) => /^\d{1,4}$/.test(part));
  const name = (parts.at(-1) ?? '').replaceAll(/[-_]/g, ' ').replace(/ id$/, '');
  if (name === '' || name === 'data' || name === 'id' || /^\d+$/.test(name)) return '';
  return row === undefined
    ? name.charAt(0).toUpperCase() + name.slice(1)
    : `#${Number(row) + 1} ${name}`;
}
