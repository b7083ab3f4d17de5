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
