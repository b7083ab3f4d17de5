import * as z from 'zod/mini';
import type { ItGlueErrorKind } from './errors';

const document = z.object({ errors: z.array(z.unknown()).check(z.minLength(1)) });
const pointed = z.object({
  source: z.union([
    z.string().check(z.minLength(1)),
    z.object({ pointer: z.string().check(z.minLength(1)) }),
  ]),
});

/**
 * What an answer of 401 or 403 refuses. `credentials` is only what is left: whether the key itself is
 * refused has to be confirmed by another call.
 *
 * - With `source.pointer` it is one record that is out of the key's reach:
 *   `{"errors":[{"status":401,"title":"Unauthorized","detail":"Unauthorized resource access","source":{"pointer":"id"}}]}`
 *   (public reports; not in the reference).
 * - ASSUMED: how IP Access Control and a plan without API access refuse is documented nowhere. Both
 *   are recognized by words that such an answer can hardly do without, in JSON or a page of HTML.
 *
 * @param answer the parsed body, `undefined` where it is not JSON
 * @param text the body as it came
 */
export function accessRefusal(answer: unknown, text: string): ItGlueErrorKind {
  const errors = document.safeParse(answer).data?.errors ?? [];
  if (errors.some((error) => pointed.safeParse(error).success)) return 'out-of-reach';
  const words = text.slice(0, 20_000).replaceAll(/<[^>]*>|[^\p{L}]+/gu, ' ');
  if (addressWords.test(words)) return 'address-refused';
  return planWords.test(words) ? 'no-api-access' : 'credentials';
}

const addressWords = /\bIPs?\b|\bip (?:addresse?s?|access|range|restrict)|(?:allow|white) ?list/i;
const planWords =
  /\b(?:your|current|this|subscription|pricing|enterprise) plan\b|\bplan (?:does|is|has)\b|\bsubscription\b|\bupgrade\b|\benterprise\b|\bAPI (?:access )?(?:is )?(?:not|un)[ -]?(?:available|enabled|included)/i;
