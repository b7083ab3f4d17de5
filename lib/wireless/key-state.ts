import type { FlexibleAsset } from '@/lib/model/flexible-asset';
import type { Password } from '@/lib/model/password';
import type { DesiredSsid } from './desired';
import { fieldOf } from './fields';
import type { Planning } from './planning';
import { identityKey, slotKey } from './slot';
import { traitOf } from './traits';

/**
 * What is known of a key in IT Glue: that it is the one at Datto, that it may be another, or that its
 * stamp moved since this browser wrote it. See `Rewritten` for `moved-again`.
 */
export type KeyState = 'known' | 'unknown' | 'moved' | 'moved-again';

/** Of the password of a slot, whose value lists do not have. */
export function stateOfPasswordValue(
  { input, ledger }: Planning,
  { slot }: Pick<DesiredSsid, 'slot'>,
  password: Password,
): KeyState {
  const remembered = ledger.get(slotKey(slot))?.password;
  if (remembered?.id !== password.id || remembered.keyDigest === null) return 'unknown';
  if (remembered.keyDigest !== input.digests.get(identityKey(slot))) return 'unknown';
  if (!isLater(password.passwordUpdatedAt, remembered.passwordUpdatedAt)) return 'known';
  return remembered.rewritten ? 'moved-again' : 'moved';
}

/** Of the key in a slot's record, as far as an API key with or without password access can tell. */
export function stateOfRecordKey(
  { input, ledger, keysChangedAt }: Planning,
  { slot, key }: Pick<DesiredSsid, 'slot' | 'key'>,
  record: FlexibleAsset,
): KeyState {
  const { type } = input;
  if (type === null || fieldOf(type, 'preSharedKey') === undefined) return 'unknown';
  const trait = traitOf(type, record, 'preSharedKey') ?? '';
  if (trait === key) return 'known';
  const remembered = ledger.get(slotKey(slot))?.record;
  if (remembered?.id !== record.id || remembered.keyDigest === null) return 'unknown';
  if (remembered.keyDigest !== input.digests.get(identityKey(slot))) return 'unknown';
  if (remembered.keyReadBack !== (trait === '' ? 'absent' : 'masked')) return 'unknown';
  // The key is also a password embedded in the record, which tells when it changed.
  if (!isLater(keysChangedAt.get(record.id) ?? null, remembered.updatedAt)) return 'known';
  return remembered.rewritten ? 'moved-again' : 'moved';
}

const isLater = (at: string | null, than: string | null) =>
  at !== null && (than === null || Date.parse(at) > Date.parse(than));
