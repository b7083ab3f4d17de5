import * as z from 'zod/mini';
import type { NetworkId } from '@/lib/model/ids';
import type { Rows } from '@/lib/model/rows';
import { isPreSharedKeyType, type Ssid } from '@/lib/model/ssid';
import type { OddFields } from '@/lib/wire/odd-fields';
import { flag, text } from './fields';
import { keyed, strictly } from '@/lib/wire/shapes';
import { expecting } from '@/lib/wire/wrong-fields';

/*
 * A network's settings are full of secrets (root password, RADIUS, splash pages). These schemas take
 * what is used and drop the rest while parsing; the parsed JSON is not kept either.
 * Source: `api/network_settings.md` of `cloudtrax/docs`.
 */

/** A network's SSIDs and the part of its settings that their records show. */
export interface SsidRows extends Rows<Ssid> {
  /** The network's location as people wrote it. */
  readonly location: string | null;
}

/** The answer of `/network/<id>/settings`. */
export const settings = z.object({
  network: z.unknown(),
  ssids: z.nullish(keyed),
});

/** Of the network itself. */
export const generalSettings = z.object({ general: z.nullish(z.object({ location: text })) });

const isText = (value: unknown): value is string => typeof value === 'string';

const wireSsid = z.object({
  general: z
    .object({
      ssid_name: z.nullish(z.string()),
      wifi_name: z.string(),
      enable: flag.check(z.refine((enable) => enable !== null, expecting('boolean'))),
      wifi_auth_type: strictly(z.string(), 'string'),
      wpa_password: z.unknown(),
    })
    .check(
      z.refine(
        ({ wifi_auth_type: type, wpa_password: key }) =>
          !isPreSharedKeyType(type) || isText(key ?? ''),
        {
          path: ['wpa_password'],
          ...expecting('string'),
        },
      ),
    ),
});

/** Whether anything is set of an SSID: one that was never made is absent, `null`, `[]` or `{}`. */
export const isMade = (row: unknown): boolean =>
  typeof row !== 'object' || (row !== null && Object.keys(row).length > 0);

/**
 * Names and key are kept exactly: spaces at their ends belong to them. What decides whether the
 * SSID is documented, and with which key, fails the row where it cannot be read: taken for absent it
 * would archive a record.
 * @param number the SSID's key in the settings, `'1'` to `'4'`
 * @throws ZodError
 */
export function toSsid(number: string, row: unknown, networkId: NetworkId, odd: OddFields): Ssid {
  const { general } = odd.parse('ssid', wireSsid, row);
  const { wifi_auth_type: authType, wpa_password: key } = general;
  return {
    networkId,
    number: z.coerce.number().check(z.int(), z.minimum(1), z.maximum(4)).parse(number),
    name: general.ssid_name ?? general.wifi_name,
    wifiName: general.wifi_name,
    enabled: general.enable === true,
    authType,
    // A key may be left over from an authentication that is no longer set: it opens nothing.
    preSharedKey: isPreSharedKeyType(authType) && isText(key) && key !== '' ? key : null,
  };
}
