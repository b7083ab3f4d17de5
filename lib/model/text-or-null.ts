/** The text, trimmed, or `null` where an API says "absent": null, undefined, `""` or white space only. */
export function textOrNull(text: string | null | undefined): string | null {
  const trimmed = text?.trim();
  return trimmed ? trimmed : null;
}
