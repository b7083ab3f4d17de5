const unitSeconds = { d: 86_400, h: 3_600, m: 60, s: 1 } as const;
type Unit = keyof typeof unitSeconds;

/**
 * Reads Datto's uptime text (`21d 15h 23m`, `2h 22m`, `2m`, `45s`), or a bare number of seconds.
 * @returns seconds, or `null` where the text is empty or something else.
 */
export function parseDuration(text: string | null | undefined): number | null {
  const clean = text?.trim().toLowerCase();
  if (!clean) return null;
  let seconds = 0;
  if (/^\d+$/.test(clean)) seconds = Number(clean);
  else if (!/^(?:\d+\s*[dhms]\s*)+$/.test(clean)) return null;
  for (const [, count, unit] of clean.matchAll(/(\d+)\s*([dhms])/g))
    seconds += Number(count) * unitSeconds[unit as Unit];
  return Number.isSafeInteger(seconds) ? seconds : null;
}

/**
 * The duration in its two largest units: `21d 15h`, `2h 22m`, `2m`, `45s`.
 * @param seconds zero or more
 */
export function formatDuration(seconds: number): string {
  let rest = Math.floor(seconds);
  const parts: string[] = [];
  for (const unit of ['d', 'h', 'm', 's'] as const) {
    const count = Math.floor(rest / unitSeconds[unit]);
    rest -= count * unitSeconds[unit];
    if (count > 0 || (unit === 's' && parts.length === 0)) parts.push(`${count}${unit}`);
    else if (parts.length > 0) break;
    if (parts.length === 2) break;
  }
  return parts.join(' ');
}
