import { z } from 'zod';
import { withoutSecrets } from './secrets';

const errorSchema = z.object({
  title: z.string().nullish().catch(null),
  detail: z.string().nullish().catch(null),
  source: z
    .union([z.string(), z.object({ pointer: z.string() }), z.object({ parameter: z.string() })])
    .nullish()
    .catch(null),
});
const documentSchema = z.object({ errors: z.array(errorSchema) });
type WireError = z.infer<typeof errorSchema>;

/**
 * The sentences of an error document, `{"errors":[{"title","detail","status","source"}]}`, each with
 * the field it is about in words: `Configuration type: can't be blank`. Empty where the answer has none.
 * @param secrets what the request carried that no text may repeat
 */
export function errorDetails(document: unknown, secrets: readonly string[]): string[] {
  const parsed = documentSchema.safeParse(document);
  if (!parsed.success) return [];
  return parsed.data.errors
    .map((error) => sentence(error, secrets))
    .filter((text) => text !== '')
    .slice(0, 20);
}

function sentence(error: WireError, secrets: readonly string[]): string {
  const text = withoutSecrets(error.detail ?? error.title ?? '', secrets)
    .trim()
    .slice(0, 500);
  const field = fieldInWords(error, secrets);
  if (field === '') return text;
  if (text === '') return field;
  const said = text.toLowerCase().replaceAll(/[-_]/g, ' ');
  return said.startsWith(field.toLowerCase()) ? text : `${field}: ${text}`;
}

/** `/data/1/attributes/configuration-type-id` → `Row 2, configuration type`. */
function fieldInWords({ source }: WireError, secrets: readonly string[]): string {
  if (!source) return '';
  const path =
    typeof source === 'string' ? source : 'pointer' in source ? source.pointer : source.parameter;
  if (withoutSecrets(path, secrets) !== path) return '';
  const parts = path.split(/[/[\]]/).filter((part) => part !== '');
  const row = parts.find((part) => /^\d{1,4}$/.test(part));
  const name = (parts.at(-1) ?? '').replaceAll(/[-_]/g, ' ').replace(/ id$/, '');
  if (name === '' || name === 'data' || name === 'id' || /^\d+$/.test(name)) return '';
  const words = row === undefined ? name : `row ${Number(row) + 1}, ${name}`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
