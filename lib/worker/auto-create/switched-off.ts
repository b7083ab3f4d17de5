import { maySwitchAutoCreate } from '@/lib/access/auto-create';
import { readViewer } from '@/lib/access/viewer';
import type { WirelessState } from '@/lib/model/documented-ssid';
import { readSettings } from '@/lib/store/meta';
import type { Reader } from '@/lib/store/table';
import { readWirelessState } from '@/lib/sync/wireless/ledger-store';
import type { StatusView } from '@/lib/views/status';
import type { SwitchedOff } from '@/lib/views/wireless';
import { archivedFrom } from '@/lib/wireless/wish';

/**
 * That another switched Auto-Create off, until that is carried out here; `null` otherwise.
 * @param on the setting
 * @param now milliseconds since 1970
 */
export function switchedOffElsewhere(
  on: boolean,
  { applied, switchedOff }: WirelessState,
  now: number,
): SwitchedOff | null {
  if (on || !switchedOff) return null;
  const until = archivedFrom(switchedOff);
  // A browser that documents nothing itself has nothing to carry out.
  if (applied === 'off' && now >= until) return null;
  const { who, at } = switchedOff;
  return { who, at, until: new Date(until).toISOString() };
}

/** The same with whether the person may take it back, as the store has it. */
export async function readSwitchedOff(
  from: Reader,
  now: number,
): Promise<StatusView['switchedOff']> {
  const [{ autoCreate }, wireless] = await Promise.all([
    readSettings(from),
    readWirelessState(from),
  ]);
  const off = switchedOffElsewhere(autoCreate, wireless, now);
  return off && { ...off, permitted: await maySwitchAutoCreate(from, await readViewer(from)) };
}
