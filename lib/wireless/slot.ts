import { compareIds } from '@/lib/model/copies';
import { networkId, type NetworkId, type OrganizationId } from '@/lib/model/ids';
import { linesOf } from './rich-text';

/** What an SSID is, whatever it is called: its network and its number in it. */
export interface SsidIdentity {
  readonly networkId: NetworkId;
  /** 1 to 4. */
  readonly number: number;
}

/**
 * The place of one SSID's documentation: identity and organization, since a network that moves to
 * another organization leaves an archived record behind, to which it returns.
 */
export interface Slot extends SsidIdentity {
  readonly organizationId: OrganizationId;
}

/** E.g. `135587/2`. */
export const identityKey = ({ networkId: network, number }: SsidIdentity): string =>
  `${network}/${number}`;
/** E.g. `42/135587/2`. */
export const slotKey = (slot: Slot): string => `${slot.organizationId}/${identityKey(slot)}`;

export const compareSlots = (a: Slot, b: Slot): number =>
  compareIds(a.organizationId, b.organizationId) ||
  compareIds(a.networkId, b.networkId) ||
  a.number - b.number;

/** The line by which any browser recognizes the password of an SSID. */
export const markerLine = (identity: SsidIdentity): string =>
  `Datto Networking: network ${identity.networkId}, SSID ${identity.number}`;

const marker = /^Datto Networking: network ([^\s,]+), SSID ([1-4])$/;

/** The identity named by the last such line of the notes, text or HTML; people may have written below it. */
export function identityIn(notes: string | null): SsidIdentity | null {
  if (notes === null) return null;
  return identityAmong(notes.split(/\r\n|\r|\n/)) ?? identityAmong(linesOf(notes));
}

function identityAmong(lines: readonly string[]): SsidIdentity | null {
  for (const line of lines.toReversed()) {
    const [, network, number] = marker.exec(line.trim()) ?? [];
    if (network !== undefined) return { networkId: networkId(network), number: Number(number) };
  }
  return null;
}
