import type { ConfigurationId } from '@/lib/model/ids';

/** A record's fields but for the key, which stays in the input. Texts exactly as Datto has them. */
export interface RecordValues {
  readonly wifiName: string;
  readonly ssidName: string;
  readonly securityType: string;
  readonly location: string;
  readonly matchedDevices: readonly ConfigurationId[];
  /** One access point a line. */
  readonly unmatchedDevices: string;
}
