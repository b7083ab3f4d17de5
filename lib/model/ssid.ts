import type { NetworkId } from './ids';

/** The authentication types in which clients share one key. */
const preSharedKeyTypes = ['wpa-2only-psk', 'wpa-mixed-psk', 'sae', 'sae-mixed'] as const;
export type PreSharedKeyType = (typeof preSharedKeyTypes)[number];

export const isPreSharedKeyType = (type: string): type is PreSharedKeyType =>
  (preSharedKeyTypes as readonly string[]).includes(type);

/** One of a network's up to four SSIDs. Its identity is network and number; names change. */
export interface Ssid {
  readonly networkId: NetworkId;
  /** 1 to 4. */
  readonly number: number;
  /** The name people gave it in Network Manager. */
  readonly name: string;
  /** The name that is broadcast. */
  readonly wifiName: string;
  readonly enabled: boolean;
  /** `wifi_auth_type` as the API has it; may be a value unknown to us. */
  readonly authType: string;
  /**
   * The pre-shared key, exactly, never trimmed; `null` where there is none. Lives in memory only,
   * between Datto and IT Glue.
   */
  readonly preSharedKey: string | null;
}

/** What is kept of an SSID: all but its key. */
export type SsidFacts = Pick<Ssid, 'number' | 'name' | 'wifiName' | 'enabled' | 'authType'>;

/** An SSID without its key, field by field, so that nothing else comes along. */
export const factsOf = ({ number, name, wifiName, enabled, authType }: Ssid): SsidFacts => ({
  number,
  name,
  wifiName,
  enabled,
  authType,
});
