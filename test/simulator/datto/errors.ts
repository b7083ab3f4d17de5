import type { SimulatorAnswer } from '../exchange';

/** The vendor's messages (cloudtrax/docs, api/error_codes.md) and the status each is answered with (ASSUMED). */
const errors = {
  1002: [404, 'Request unknown or not implemented.'],
  1003: [400, 'Id is invalid.'],
  1017: [404, 'Element not found.'],
  12000: [404, 'Network not found, create or migrate first.'],
  13000: [403, 'Signature wrong.'],
  13001: [403, 'No nonce or timestamp in header.'],
  13002: [403, 'Timestamp too old or in the future.'],
  13003: [403, 'Nonce already exists.'],
  13004: [403, 'Version is not valid.'],
  13006: [403, 'Read-only key does not have access to all components.'],
  13009: [403, "Network id doesn't match key."],
  13011: [403, 'Unknown key.'],
  13012: [403, 'Nonce length ($length$) too long.  Max is $max$.'],
  13015: [403, 'Empty signature header.'],
  13016: [403, 'Key is expired.'],
} as const satisfies Record<number, readonly [number, string]>;

export type DattoErrorCode = keyof typeof errors;

/** An error in the vendor's envelope; `$name$` in the message is replaced from `values`. */
export function dattoError(
  code: DattoErrorCode,
  context: string,
  values: Record<string, string> = {},
): SimulatorAnswer {
  const [status, text] = errors[code];
  const message = text.replace(/\$(\w+)\$/g, (all, name: string) => values[name] ?? all);
  return dattoAnswer({ errors: [{ code, message, context, values }] }, status);
}

/** A body as the server writes it. */
export function dattoAnswer(body: unknown, status = 200): SimulatorAnswer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
