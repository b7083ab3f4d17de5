declare const brand: unique symbol;
/** A MAC address as 12 lower-case hexadecimal digits, e.g. `ac8674337ac0`. */
export type Mac = string & { readonly [brand]: 'mac' };

/** Hyphens, dashes and minus signs that word processors and portals put between the digits. */
const dashes = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;
/** `0:1b:2:…`, as some tools print octets below 16. */
const shortOctets = /^[0-9a-f]{1,2}([:-])(?:[0-9a-f]{1,2}\1){4}[0-9a-f]{1,2}$/;
/** Twelve digits with one kind of separator, every two, three, four or six digits, or with none. */
const grouped =
  /^(?:[0-9a-f]{12}|(?:[0-9a-f]{2}([:._ -]))(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}|[0-9a-f]{4}([:._ -])[0-9a-f]{4}\2[0-9a-f]{4}|[0-9a-f]{6}[:._ -][0-9a-f]{6}|[0-9a-f]{3}([:._ -])(?:[0-9a-f]{3}\3){2}[0-9a-f]{3})$/;

/**
 * Reads a MAC address in the forms people and machines write it: `AC:86:74:33:7A:C0`,
 * `ac-86-74-33-7a-c0`, `ac86.7433.7ac0`, `ac8674-337ac0`, `ac8674337ac0`, with white space around.
 * @returns `null` for anything else, and for addresses that identify no device (all zeros, the
 * broadcast address), so that placeholders never match each other.
 */
export function parseMac(text: string | null | undefined): Mac | null {
  if (!text) return null;
  const clean = text
    .normalize('NFKC')
    .replace(dashes, '-')
    // Direction marks and the like come along when text is copied from dialogs and web pages.
    .replace(/\p{Cf}/gu, '')
    .trim()
    .toLowerCase();
  let digits: string;
  if (grouped.test(clean)) digits = clean.replace(/[^0-9a-f]/g, '');
  else if (shortOctets.test(clean))
    digits = clean
      .split(/[:-]/)
      .map((octet) => octet.padStart(2, '0'))
      .join('');
  else return null;
  if (/^(?:0{12}|f{12})$/.test(digits)) return null;
  return digits as Mac;
}

/** The form shown to people: `AC:86:74:33:7A:C0`. */
export function formatMac(mac: Mac): string {
  return (mac.toUpperCase().match(/../g) ?? []).join(':');
}

/**
 * Whether it is locally administered, as those are that phones change by themselves: it says nothing of who made
 * the device, nor that it is the same as yesterday.
 */
export const isPrivateMac = (mac: Mac): boolean => /^.[26ae]/.test(mac);
