import * as z from 'zod/mini';
import { finding, type Finding, type Sight, type Subject } from '@/lib/model/setup-check';
import type { DattoError } from '../errors';
import { type DattoErrorKind } from '../errors';
import type { DattoProbe } from '../probe';

const sightOf: Readonly<Record<DattoErrorKind, Sight>> = {
  credentials: 'refused',
  'bad-request': 'refused',
  clock: 'refused',
  nonce: 'refused',
  'out-of-reach': 'out-of-reach',
  'not-permitted': 'out-of-reach',
  'not-found': 'absent',
  'not-implemented': 'not-there',
  'rate-limited': 'failed',
  transient: 'failed',
  malformed: 'unreadable',
  offline: 'offline',
};

/** What an error says of what was asked for: in one word, and by the API's codes or the HTTP status. */
export function dattoFindings(subject: Subject, error: DattoError): Finding[] {
  const codes = error.codes.map((code) => finding(subject, 'error-code', code));
  const status =
    codes.length === 0 && error.status !== null ? [finding(subject, 'status', error.status)] : [];
  return [finding(subject, sightOf[error.kind]), ...codes, ...status];
}

const list = z.object({
  networks: z.array(
    z.object({
      id: z.pipe(z.union([z.string().check(z.minLength(1)), z.number()]), z.transform(String)),
    }),
  ),
});

/** So many networks are looked into. */
const sample = 3;

/** The first networks that the key sees, by their ids in addresses. @throws DattoError */
export async function sampleNetworks(probe: DattoProbe): Promise<string[]> {
  const { networks } = z.catch(list, { networks: [] }).parse(await probe.get('/network/list'));
  return networks.slice(0, sample).map(({ id }) => encodeURIComponent(id));
}
