import type { FlexibleAsset, FlexibleAssetType } from '@/lib/model/flexible-asset';
import type { FlexibleAssetId, PasswordId } from '@/lib/model/ids';
import type { Password } from '@/lib/model/password';
import type { RecordValues } from './record-values';
import { fieldOf } from './fields';
import { reformattedTexts, type PasswordTexts, type ReformattedTexts } from './password-texts';
import { slotKey, type Slot } from './slot';
import { reformattedTraits, type ReformattedTraits } from './traits';

/**
 * What tells a user's change of a key from another browser's write, where the value cannot be read:
 * whether writing an equal value moves IT Glue's stamp of a password is not documented. A stamp that
 * moved is answered by writing the key once more; one that moves again before a sync found it at rest
 * is taken for another browser's answer. So each browser writes at most once for a change, and all
 * come to rest.
 */
interface Rewritten {
  /** Whether a moved stamp was answered, and none found at rest since. */
  readonly rewritten?: boolean;
}

/** What this browser remembers of a record it wrote. */
interface RememberedRecord extends Rewritten {
  readonly id: FlexibleAssetId;
  /** Of the key as last written; `null` before this browser wrote it. */
  readonly keyDigest: string | null;
  /**
   * How the key read back: without password access IT Glue leaves it out or masks it, and then only
   * the digest tells what is there.
   */
  readonly keyReadBack: 'value' | 'absent' | 'masked' | null;
  /** The record's `updated-at` in the answer to that write, RFC 3339. */
  readonly updatedAt: string | null;
  /** Absent where every text was answered as written. */
  readonly reformatted?: ReformattedTraits;
}

/** What this browser remembers of a password it wrote. */
interface RememberedPassword extends Rewritten {
  readonly id: PasswordId;
  /** Of the key as last written; `null` before this browser wrote it. */
  readonly keyDigest: string | null;
  /** `password-updated-at` in the answer to that write, RFC 3339. */
  readonly passwordUpdatedAt: string | null;
  /** Texts that IT Glue answered in another form than they were written; absent where there are none. */
  readonly reformatted?: ReformattedTexts;
}

export interface LedgerEntry {
  readonly slot: Slot;
  readonly record: RememberedRecord | null;
  readonly password: RememberedPassword | null;
}

/**
 * A browser's memory of what it documented: plain values, without any key. Where it is lost, each
 * key is written once more and user-made records stay archived; no duplicate is made.
 */
export interface WirelessLedger {
  readonly entries: readonly LedgerEntry[];
  /**
   * User-made records and passwords that the extension archived, to be unarchived once Auto-Create is
   * on again or the organization is matched again. What users archived is not in it.
   */
  readonly archivedUserRecords: {
    readonly records: readonly FlexibleAssetId[];
    readonly passwords: readonly PasswordId[];
  };
}

function withEntry(
  ledger: WirelessLedger,
  slot: Slot,
  change: Partial<Pick<LedgerEntry, 'record' | 'password'>>,
): WirelessLedger {
  const key = slotKey(slot);
  const before = ledger.entries.find((entry) => slotKey(entry.slot) === key);
  const { organizationId, networkId, number } = slot;
  const after: LedgerEntry = {
    record: null,
    password: null,
    ...before,
    ...change,
    slot: { organizationId, networkId, number },
  };
  return {
    ...ledger,
    entries: [...ledger.entries.filter((entry) => entry !== before), after],
  };
}

/**
 * The ledger after a record was created, or its traits updated.
 * @param answer the record in IT Glue's answer to that write
 * @param type as read after its last change
 * @param written `values`: `null` for a record that was found, so that it is not known what it was written with
 */
export function rememberRecord(
  ledger: WirelessLedger,
  slot: Slot,
  answer: FlexibleAsset,
  type: FlexibleAssetType,
  written: {
    readonly key: string;
    readonly digest: string;
    readonly values: RecordValues | null;
    readonly keyMoved?: boolean;
  },
): WirelessLedger {
  const reformatted = written.values ? reformattedTraits(type, answer, written.values) : {};
  const trait = answer.traits[fieldOf(type, 'preSharedKey')?.nameKey ?? ''] ?? '';
  return withEntry(ledger, slot, {
    record: {
      id: answer.id,
      keyDigest: written.digest,
      keyReadBack: trait === written.key ? 'value' : trait === '' ? 'absent' : 'masked',
      updatedAt: answer.updatedAt,
      ...(Object.keys(reformatted).length > 0 && { reformatted }),
      ...(written.keyMoved && { rewritten: true }),
    },
  });
}

/**
 * The ledger after a password was created or updated.
 * @param answer the password in IT Glue's answer to that write
 * @param written `digest`: of the value that it is known to have by now, `null` where that is as
 *   before; `texts`: `null` where none was written; `moved`: whether it cannot be read, and its
 *   stamp had moved
 */
export function rememberPassword(
  ledger: WirelessLedger,
  slot: Slot,
  answer: Password,
  written: {
    readonly digest: string | null;
    readonly texts: PasswordTexts | null;
    readonly moved?: boolean;
  },
): WirelessLedger {
  const { digest, texts } = written;
  const before = ledger.entries.find((entry) => slotKey(entry.slot) === slotKey(slot))?.password;
  const known = before?.id === answer.id ? before : null;
  const reformatted = texts ? reformattedTexts(answer, texts) : (known?.reformatted ?? {});
  return withEntry(ledger, slot, {
    password: {
      id: answer.id,
      keyDigest: digest ?? known?.keyDigest ?? null,
      passwordUpdatedAt:
        digest === null ? (known?.passwordUpdatedAt ?? null) : answer.passwordUpdatedAt,
      ...(Object.keys(reformatted).length > 0 && { reformatted }),
      ...((digest === null ? known?.rewritten : written.moved) && { rewritten: true }),
    },
  });
}
