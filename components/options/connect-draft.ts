import type { ConnectRequest } from '@/lib/messages/protocol';
import type { ConnectFailure } from '@/lib/model/connect';
import type { OptionsView } from '@/lib/views/options';
import { parsePortal, type Portal } from '@/lib/model/portal';
import type { Region } from '@/lib/model/settings';
import { connectFields, secretFields } from '@/lib/model/connect';
import type { SecretField } from '@/lib/model/connect';

/** What is in the Connection form. A secret is `null` while its saved value is kept. */
export type ConnectDraft = Readonly<Record<SecretField, string | null>> & {
  readonly region: Region;
  readonly subdomain: string;
};

/**
 * The form as it opens: saved secrets are kept, except those of the side whose credentials failed,
 * which are to be entered again. What the company has set stays as it is.
 * @param portal that is open in the browser, to begin with
 */
export function draftOf(
  { saved, status, connection, managed }: OptionsView,
  portal?: Portal | null,
): ConnectDraft {
  const failed = status.state === 'credentials-failed' ? status.side : null;
  const secret = (field: SecretField, side: 'datto' | 'itglue') =>
    saved[field] && (side !== failed || managed.fields.includes(field)) ? null : '';
  return {
    dattoPublicKey: secret('dattoPublicKey', 'datto'),
    dattoSecretKey: secret('dattoSecretKey', 'datto'),
    itGlueApiKey: secret('itGlueApiKey', 'itglue'),
    region: managed.values.region ?? connection?.region ?? portal?.region ?? 'us',
    subdomain: managed.values.subdomain ?? connection?.subdomain ?? portal?.subdomain ?? '',
  };
}

/** The draft with the subdomain, and the region where the address tells it, taken from a pasted address. */
export function withAddressRead(draft: ConnectDraft): ConnectDraft {
  const address = parsePortal(draft.subdomain);
  if (!address.ok) return draft;
  return { ...draft, subdomain: address.subdomain, region: address.region ?? draft.region };
}

/**
 * What to send, or what is missing before anything can be sent. An empty secret keeps a saved one.
 */
export function requestOf(
  draft: ConnectDraft,
  saved: OptionsView['saved'],
): { readonly request: ConnectRequest } | { readonly failures: readonly ConnectFailure[] } {
  const { region, subdomain } = withAddressRead(draft);
  const secrets: Partial<Record<SecretField, string>> = {};
  const missing = new Set<ConnectFailure['field']>();
  for (const field of secretFields) {
    const text = draft[field]?.trim();
    if (text) secrets[field] = text;
    else if (!saved[field]) missing.add(field);
  }
  if (!subdomain.trim()) missing.add('subdomain');
  if (missing.size > 0)
    return {
      failures: connectFields
        .filter((field) => missing.has(field))
        .map((field) => ({ field, reason: 'missing' })),
    };
  if (!parsePortal(subdomain).ok)
    return { failures: [{ field: 'subdomain', reason: 'malformed' }] };
  return { request: { ...secrets, region, subdomain } };
}
