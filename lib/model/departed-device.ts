import type { DeviceKey, DeviceKind } from './device';
import type { ConfigurationId, NetworkId } from './ids';
import type { Mac } from './mac';
import type { DeviceMatch } from './match';

/** A device that Datto no longer has, with what was decided about it: it may come back under another id. */
export interface DepartedDevice {
  /** The one it had. */
  readonly key: DeviceKey;
  readonly kind: DeviceKind;
  readonly mac: Mac;
  readonly name: string | null;
  /** The network it was in. */
  readonly networkId: NetworkId;
  /** When its absence was noticed, ISO 8601. */
  readonly at: string;
  readonly match: DeviceMatch | null;
  readonly rejected: readonly ConfigurationId[];
}
