import { t } from '@/lib/i18n';
import { numberText } from '@/lib/i18n/number';

/** In the largest of the units in which it is 1 or more; they grow by thousands, and the first is one of them. */
function scaled(value: number, units: readonly string[]): string {
  let rest = value / 1000;
  let place = 0;
  while (Math.abs(rest) >= 999.95 && place < units.length - 1) {
    rest /= 1000;
    place += 1;
  }
  return numberText(rest, { style: 'unit', unit: units[place] ?? 'kilobyte' });
}

/** `30 MB` */
export const bytesText = (bytes: number): string =>
  scaled(bytes, ['kilobyte', 'megabyte', 'gigabyte', 'terabyte']);

/** `91.8 kb/s` @param bytes a second */
export const speedText = (bytes: number): string =>
  scaled(bytes * 8, ['kilobit-per-second', 'megabit-per-second']);

/** `6.4 W` */
export const wattsText = (watts: number): string => t('unit_watts', [numberText(watts)]);

/** `118 V` */
export const voltsText = (volts: number): string => t('unit_volts', [numberText(volts)]);

/** `-57 dBm` */
export const decibelText = (dbm: number): string => t('unit_dbm', [numberText(dbm)]);
