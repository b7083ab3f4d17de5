import { locale } from './index';

/** A number as the language writes it, with at most one digit behind the point: `1,234.5`. */
export const numberText = (value: number, options: Intl.NumberFormatOptions = {}): string =>
  new Intl.NumberFormat(locale(), { maximumFractionDigits: 1, ...options }).format(value);

const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/**
 * The duration in its two largest units: `21d 15h`, `2h 22m`, `2m`, `45s`.
 * @param seconds zero or more
 */
export function durationText(seconds: number): string {
  let rest = Math.floor(seconds);
  const parts: string[] = [];
  for (const [unit, length] of units) {
    const count = Math.floor(rest / length);
    rest -= count * length;
    if (count > 0 || (unit === 'second' && parts.length === 0))
      parts.push(numberText(count, { style: 'unit', unit, unitDisplay: 'narrow' }));
    else if (parts.length > 0) break;
    if (parts.length === 2) break;
  }
  return parts.join(' ');
}
