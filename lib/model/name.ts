/**
 * The form in which names are compared for equality: Unicode NFKC, case folded, white space
 * trimmed and joined, invisible format characters dropped. Two names are "the same name" exactly when these are equal.
 */
export function normalizeName(name: string): string {
  // Most names; Unicode has nothing to say about them, and a tenant has tens of thousands.
  if (isAscii(name)) return name.toLowerCase().replace(/\s+/g, ' ').trim();
  const bare = name.normalize('NFKD').replace(/\p{Cf}/gu, '');
  // Folding and composing each can undo the other once, so both are done twice, as Unicode's
  // NFKC_Casefold asks (chapter 3.13, D147).
  const folded = fold(fold(bare).normalize('NFKC')).normalize('NFKC');
  return folded.replace(/\s+/gu, ' ').trim();
}

/** Down, up, down: one form for ß, ẞ and SS, and for the two small sigmas, as case folding asks. */
function fold(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase();
}

/** Whether a text has no character that Unicode's normal forms or case rules treat specially. */
export const isAscii = (text: string): boolean => /^[\t\n\r\x20-\x7e]*$/.test(text);
