import type { Configuration } from '@/lib/model/configuration';
import type { Device } from '@/lib/model/device';
import { parseIp } from '@/lib/model/ip';
import { formatMac, parseMac } from '@/lib/model/mac';
import { normalizeName } from '@/lib/model/name';

/** What the configuration itself says of a field, where that is worth showing beside Datto's value. */
export interface DocumentedValue {
  readonly text: string;
  /** The two contradict each other; otherwise one only says more than the other. */
  readonly differs: boolean;
}

/**
 * The configuration's values, as its page shows them, that are not simply Datto's, compared as matching compares: names
 * normalized, MACs and IPs parsed, each against all that the other side has (interfaces, further
 * addresses). A value that only one side has is no contradiction. Only like is compared: Datto's status
 * says whether the device is reachable, the configuration's whether it is in use.
 */
export function documented(device: Device, configuration: Configuration) {
  return {
    name: beside(configuration.name, device.name, (text) => normalizeName(text)),
    mac: besideMac(device, configuration),
    ip: besideIp(device, configuration),
    model: beside(configuration.modelName, device.model, (text) =>
      modelKey(text, configuration.manufacturerName),
    ),
    'serial-number': beside(
      configuration.rmm?.serialNumber ?? configuration.serialNumber,
      device.serialNumber,
      serialKey,
    ),
  } satisfies Record<string, DocumentedValue | null>;
}

function beside(
  own: string | null,
  dattos: string | null,
  key: (text: string) => string,
): DocumentedValue | null {
  if (own === null || own.trim() === '') return null;
  if (dattos === null) return { text: own, differs: false };
  return key(own) === key(dattos) ? null : { text: own, differs: true };
}

function besideMac(
  { mac }: Device,
  { macAddress, macs, rmm }: Configuration,
): DocumentedValue | null {
  const reported = rmm?.macs[0];
  if (reported === undefined && macAddress === null) return null;
  const own = reported ?? parseMac(macAddress);
  if (own !== null && own === mac) return null;
  return {
    text: own === null ? (macAddress ?? '') : formatMac(own),
    differs: mac !== null && !macs.includes(mac),
  };
}

function besideIp(
  { ip, ips: reported }: Device,
  configuration: Configuration,
): DocumentedValue | null {
  const { ips, rmm } = configuration;
  const primaryIp = rmm?.ips[0] ?? configuration.primaryIp;
  if (primaryIp === null) return null;
  const own = parseIp(primaryIp);
  if (own !== null && own === ip) return null;
  const known = (own !== null && reported.includes(own)) || (ip !== null && ips.includes(ip));
  return { text: own ?? primaryIp, differs: ip !== null && !known };
}

/** `Datto A42`, `a42`, `OM5P-AN` and `OM5P_AN` are one model: the maker's name and punctuation do not count. */
function modelKey(text: string, manufacturer: string | null): string {
  const plain = (part: string) => normalizeName(part).replace(/[^\p{L}\p{N}]/gu, '');
  const key = plain(text);
  const makers = [manufacturer ?? '', 'Datto Networking', 'Datto', 'Open Mesh'].map(plain);
  const maker = makers.find((each) => each !== '' && key.startsWith(each) && key !== each);
  return maker === undefined ? key : key.slice(maker.length);
}

const serialKey = (text: string) => normalizeName(text).replace(/[\s-]/g, '');
