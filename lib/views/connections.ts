import type { Way } from '@/lib/connections/locate';
import type { Mac } from '@/lib/model/mac';
import type { SwitchPort } from '@/lib/model/switch-port';

/** A device by its name, with its configuration's page where it is matched to one. */
export interface DeviceLink {
  readonly name: string;
  /** A path of the portal; `null` where no configuration documents it. */
  readonly path: string | null;
}

/** Where a MAC was seen. */
export type PlaceView =
  | {
      readonly kind: 'port';
      readonly device: DeviceLink;
      readonly port: SwitchPort;
      readonly way: Way;
      /** ISO 8601. */
      readonly seenAt: string;
    }
  | {
      readonly kind: 'wireless';
      /** `null` where the access point is not known. */
      readonly device: DeviceLink | null;
      /** Its name, else its number; `null` where the API does not tell. */
      readonly ssid: { readonly name: string | null; readonly number: number } | null;
      readonly seenAt: string;
    };

/** Where one MAC of a configuration is: one place, or all that it may be. */
export interface ConnectionView {
  readonly mac: Mac;
  readonly places: readonly PlaceView[];
}
