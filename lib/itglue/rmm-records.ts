import * as z from 'zod/mini';
import type { RmmReport } from '@/lib/model/configuration';
import { parseIp } from '@/lib/model/ip';
import { parseMac } from '@/lib/model/mac';
import type { OddFields } from '@/lib/wire/odd-fields';
import type { Included } from './json-api-read';
import { id, text } from './wire';

/** A virtualization host reports an address for each of its guests; these are enough. */
const maxAddresses = 256;

const end = z.object({ id });

/**
 * The ids of a configuration's RMM records: one or several, as far as they can be read. The reference's
 * example of one configuration shows the relationship inside that of the interfaces.
 */
export const rmmRecordIds = z.pipe(
  z.catch(
    z.nullish(
      z.object({ data: z.nullish(z.union([z.array(z.catch(z.nullable(end), null)), end])) }),
    ),
    null,
  ),
  z.transform((relationship) => [relationship?.data ?? []].flat().flatMap((row) => row?.id ?? [])),
);

/** A list of texts, or one text with several between commas. */
const texts = z.pipe(
  z.catch(z.nullish(z.union([z.array(z.unknown()), z.string()])), null),
  z.transform((value) => {
    const all = typeof value === 'string' ? value.split(/[,;\s]+/) : (value ?? []);
    return all.filter((one) => typeof one === 'string').slice(0, maxAddresses);
  }),
);

const wire = z.object({
  attributes: z.object({
    hostname: text,
    'serial-number': text,
    'mac-addresses': texts,
    'mac-address': texts,
    'ip-addresses': texts,
    'ip-address': texts,
  }),
});

/** What an RMM reports for a configuration, all its records together; `null` where none does. */
export function rmmReportOf(
  ids: readonly string[],
  included: Included,
  odd: OddFields,
): RmmReport | null {
  const records = [...new Set(ids)].flatMap(
    (one) => odd.tryParse('rmm_records', wire, included('rmm-records', one))?.attributes ?? [],
  );
  if (records.length === 0) return null;
  const all = (...names: ('mac-addresses' | 'mac-address' | 'ip-addresses' | 'ip-address')[]) =>
    records.flatMap((record) => names.flatMap((name) => record[name])).slice(0, maxAddresses);
  return {
    macs: distinct(all('mac-addresses', 'mac-address').map(parseMac)),
    ips: distinct(all('ip-addresses', 'ip-address').map(parseIp)),
    serialNumber: records.map((record) => record['serial-number']).find(isSerialNumber) ?? null,
    hostname: records.map(({ hostname }) => hostname).find((name) => name !== null) ?? null,
  };
}

/** What firmware says where nobody wrote a serial number into it. */
const placeholder =
  /^(?:default string|to be filled by o\.?e\.?m\.?|system serial number|not (?:specified|available|applicable)|none|unknown|n\/?a|[0.]+|invalid|empty)$/i;

const isSerialNumber = (text: string | null): text is string =>
  text !== null && !placeholder.test(text.trim());

export const distinct = <Value>(values: readonly (Value | null)[]): Value[] => [
  ...new Set(values.filter((value) => value !== null)),
];
