/** `dn1.<crc32>.<bytes>.<body>`: letters, digits, `-_.` only, which nothing that handles text changes. */
const form = /^dn1\.([\da-f]{8})\.(\d{1,7})\.([\w-]+)$/;
/** Any text of this family: one of a later number is not this version's to judge. */
const family = /dn(\d+)\.[\w.-]*/;
/** What unpacks to more is refused, bytes. */
const maxBytes = 1 << 20;
/** Longer texts are not looked at, characters. */
const maxText = 1 << 20;

/** `intact` with what was packed; `damaged`: cut, or edited; `newer`: of a later form; `foreign`: none of ours. */
export type Unpacked =
  | { readonly state: 'intact'; readonly value: unknown }
  | { readonly state: 'damaged' | 'newer' | 'foreign' };

/**
 * Packs JSON for a text box. The checksum and the length are those of a gzip member (RFC 1952), so
 * that the platform's own decompression verifies both.
 */
export async function pack(value: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  const packed = await collect(bytes, new CompressionStream('gzip'), Infinity);
  const trailer = new DataView(packed.buffer, packed.byteOffset + packed.length - 8);
  const crc = trailer.getUint32(0, true).toString(16).padStart(8, '0');
  return `dn1.${crc}.${bytes.length}.${toBase64Url(packed.subarray(10, -8))}`;
}

/** @param text of a text box, whatever markup an editor has put around it */
export async function unpack(text: string): Promise<Unpacked> {
  if (text.length > maxText) return { state: 'foreign' };
  const plain = text.replaceAll(/<[^<>]*>|&nbsp;|[\s\u200b\u00ad\ufeff]+/gi, '');
  const known = form.exec(plain);
  if (!known) {
    const other = family.exec(plain);
    if (!other) return { state: 'foreign' };
    return { state: other[1] === '1' ? 'damaged' : 'newer' };
  }
  const [, crc = '', bytes = '', body = ''] = known;
  try {
    const unpacked = await collect(gzip(body, crc, Number(bytes)), gunzip(), maxBytes);
    return { state: 'intact', value: JSON.parse(new TextDecoder().decode(unpacked)) as unknown };
  } catch {
    return { state: 'damaged' };
  }
}

const gunzip = () => new DecompressionStream('gzip');

/** The gzip member around deflated bytes; the header is that of no name, time or system. */
function gzip(body: string, crc: string, length: number): Uint8Array<ArrayBuffer> {
  const deflated = fromBase64Url(body);
  const member = new Uint8Array(10 + deflated.length + 8);
  member.set([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
  member.set(deflated, 10);
  const trailer = new DataView(member.buffer, 10 + deflated.length);
  trailer.setUint32(0, Number.parseInt(crc, 16), true);
  trailer.setUint32(4, length, true);
  return member;
}

/** Sends bytes through a stream. @throws where the stream does, or more than `most` bytes come out */
async function collect(
  bytes: Uint8Array<ArrayBuffer>,
  stream: ReadableWritablePair<Uint8Array<ArrayBuffer>, BufferSource>,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = stream.writable.getWriter();
  const written = writer.write(bytes).then(() => writer.close());
  // What fails is thrown by reading, too.
  written.catch(() => undefined);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = stream.readable.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      throw new RangeError('too large');
    }
    chunks.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
