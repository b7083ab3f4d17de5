import { z } from 'zod';
import type { NetworkId } from '@/lib/model/ids';
import { isPreSharedKeyType, type Ssid } from '@/lib/model/ssid';
import { text } from './fields';
import { keyed } from './rows';

/*
 * A network's settings are full of secrets (root password, RADIUS, splash pages). These schemas take
 * what is used and drop the rest while parsing; the parsed JSON is not kept either.
 * Source: `api/network_settings.md` of `cloudtrax/docs`.
 */

/** The answer of `/network/<id>/settings`. */
export const settings = z.object({
  network: z.object({ general: z.object({ location: text }).nullish() }).nullish(),
  ssids: keyed.nullish(),
});

const wireSsid = z.object({
  general: z.object({
    ssid_name: z.string(),
    wifi_name: z.string(),
    enable: z.boolean(),
    wifi_auth_type: z.string(),
    wpa_password: z.string().nullish(),
  }),
});

/**
 * Names and key are kept exactly: spaces at their ends belong to them.
 * @param number the SSID's key in the settings, `'1'` to `'4'`
 * @throws ZodError
 */
export function toSsid(number: string, row: unknown, networkId: NetworkId): Ssid {
  const { general } = wireSsid.parse(row);
  return {
    networkId,
    number: z.coerce.number().int().min(1).max(4).parse(number),
    name: general.ssid_name,
    wifiName: general.wifi_name,
    enabled: general.enable,
    authType: general.wifi_auth_type,
    // A key may be left over from an authentication that is no longer set: it opens nothing.
    preSharedKey:
      isPreSharedKeyType(general.wifi_auth_type) && general.wpa_password
        ? general.wpa_password
        : null,
  };
}
