/** Names of attributes and traits whose values are secrets, e.g. `password`, `pre-shared-key`. */
const secretNames = /pass(?:word|phrase|code)|secret|key/i;

/** Every secret text in a request's body. */
export function secretsIn(body: unknown): string[] {
  if (Array.isArray(body)) return body.flatMap(secretsIn);
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'string' && secretNames.test(name) && value !== ''
      ? [value]
      : secretsIn(value),
  );
}

/** So many characters in a row tell too much of a secret; shorter runs occur in any sentence. */
const tellingLength = 6;

/**
 * Whether a text repeats a secret or a telling part of one, also in the escaped forms in which servers
 * repeat what they were sent.
 */
export function repeatsSecret(text: string, secrets: readonly string[]): boolean {
  const forms = [text, unescapeHtml(text), unescapeUrl(text), text.replaceAll(/\\(.)/g, '$1')];
  return secrets.some((secret) =>
    runs(secret).some((run) => forms.some((form) => form.includes(run))),
  );
}

function runs(secret: string): string[] {
  if (secret.length <= tellingLength) return [secret];
  return Array.from({ length: secret.length - tellingLength + 1 }, (_, start) =>
    secret.slice(start, start + tellingLength),
  );
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function unescapeHtml(text: string): string {
  return text
    .replaceAll(/&#x([0-9a-f]{1,4});/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    .replaceAll(/&#(\d{1,5});/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? '');
}

function unescapeUrl(text: string): string {
  return text.replaceAll('+', ' ').replaceAll(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}
