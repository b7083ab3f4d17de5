import type { WirelessState } from '@/lib/model/documented-ssid';

/** In this time after another's switching off is learned, anyone allowed may take it back, milliseconds. */
const takeBackMs = 60 * 60_000;

/** When what another switched off may be archived here, milliseconds since 1970. */
export const archivedFrom = ({ heardAt }: NonNullable<WirelessState['switchedOff']>): number =>
  heardAt + takeBackMs;

/**
 * What a sync does about Auto-Create. Switched off here it archives at once; switched off elsewhere it leaves
 * everything as it is for a while.
 * @param on the setting
 * @param startedAt when the sync began, milliseconds since 1970: what it does does not change on its way
 */
export function wishOf(
  on: boolean,
  { applied, switchedOff }: Pick<WirelessState, 'applied' | 'switchedOff'>,
  startedAt: number,
): 'document' | 'archive' | 'nothing' {
  if (on) return 'document';
  if (applied === 'off') return 'nothing';
  return switchedOff && startedAt < archivedFrom(switchedOff) ? 'nothing' : 'archive';
}
