import { t } from '@/lib/i18n';
import { barsOf, type Channel, type LteSignal, type NamedNeighbor } from '@/lib/model/radio';
import { decibelText } from './units';

/** `5 (2.4 GHz, HT20) · 44 (5 GHz, HT40+)`; `null` where no radio is known to send. */
export const channelsText = (channels: readonly Channel[]): string | null =>
  channels.length === 0
    ? null
    : channels
        .map(({ band, number, width }) =>
          t('panel_channel', [String(number), width === null ? band : `${band}, ${width}`]),
        )
        .join(' · ');

/** So many are named. */
const maxNamed = 6;
const strongest = ({ signals }: NamedNeighbor) =>
  Math.max(...signals.map(({ dbm }) => dbm), -Infinity);

/** `Back office (-47 dBm, 2.4 GHz) · …`, the strongest first; `null` where none is heard. */
export function neighborsText(neighbors: readonly NamedNeighbor[]): string | null {
  if (neighbors.length === 0) return null;
  const sorted = [...neighbors].sort((a, b) => strongest(b) - strongest(a));
  const named = sorted.slice(0, maxNamed).map(({ name, signals }) => {
    const heard = signals.map(({ band, dbm }) => `${decibelText(dbm)}, ${band}`).join('; ');
    return heard === '' ? name : t('panel_neighbor', [name, heard]);
  });
  const rest = sorted.length - named.length;
  return [...named, ...(rest > 0 ? [t('panel_neighbors_more', rest)] : [])].join(' · ');
}

/** `RSRP -95 dBm, 2 of 4 bars` */
export const signalText = (signal: LteSignal): string =>
  t('panel_signal', [signal.measure, decibelText(signal.dbm), String(barsOf(signal))]);
