import * as z from 'zod/mini';
import { finding, verdict, type Check, type Finding } from '@/lib/model/setup-check';
import { readDeviceList, readNetworkList } from '../answers';
import { keyHosts } from '../hosts';
import { asked, type DattoProbe } from '../probe';
import { networkId } from '@/lib/model/ids';
import { dattoFindings, sampleNetworks } from './looks';

/** A key belongs to one of the two servers, and the other does not know it. */
export const keyHostCheck: Check<DattoProbe> = {
  id: 'datto-host',
  source: 'reference',
  async run(probe) {
    const seen: Finding[] = [];
    let taking = 0;
    let unknowing = 0;
    for (const host of keyHosts) {
      const answer = await asked(probe.get('/network/list', host));
      const knows = !('error' in answer) || answer.error.kind === 'out-of-reach';
      if (knows) taking += 1;
      if ('error' in answer) {
        if (answer.error.unknownKey) unknowing += 1;
        seen.push(...dattoFindings(host, answer.error));
      } else seen.push(finding(host, 'taken'));
    }
    if (taking === 1 && unknowing === 1) return verdict('holds', ...seen);
    return verdict(taking + unknowing < keyHosts.length ? 'unseen' : 'differs', ...seen);
  },
};

const timeAnswer = z.object({ time: z.string() });
/** Further off, requests are refused (13002). Seconds; `api/authentication.md` of `cloudtrax/docs`. */
const tolerance = 15 * 60;

/** The computer's clock is near enough, and `GET /time` tells by how much it is off. */
export const clockCheck: Check<DattoProbe> = {
  id: 'datto-clock',
  source: 'reference',
  async run(probe) {
    const sent = probe.now();
    const answer = timeAnswer.safeParse(await probe.get('/time'));
    const time = Date.parse(answer.data?.time ?? '');
    if (Number.isNaN(time)) return verdict('differs', finding('time', 'unreadable'));
    const off = Math.round((time - (sent + probe.now()) / 2) / 1000);
    return verdict(
      Math.abs(off) < tolerance ? 'holds' : 'differs',
      finding('time', 'seconds', off),
    );
  },
};

/** Values may be of other types than documented, but ids and MACs can be read, and no other value is lost. */
export const valuesCheck: Check<DattoProbe> = {
  id: 'datto-values',
  source: 'reference',
  async run(probe) {
    const host = probe.keyHost;
    const networks = readNetworkList({ host, json: await probe.get('/network/list') });
    const seen: Finding[] = counted('networks', networks);
    let bad = networks.skipped.length + lostIn(networks);
    let rows = networks.rows.length;
    for (const id of await sampleNetworks(probe)) {
      const answer = await asked(probe.get(`/node/network/${id}/list`));
      if ('error' in answer) continue;
      const nodes = readDeviceList({ host, json: answer.value }, 'access-point', networkId(id));
      bad += nodes.skipped.length + lostIn(nodes);
      rows += nodes.rows.length;
      seen.push(...counted('nodes', nodes));
    }
    if (rows + bad === 0) return verdict('unseen', finding('networks', 'none'));
    return verdict(bad === 0 ? 'holds' : 'differs', ...seen);
  },
};

interface Read {
  readonly rows: readonly unknown[];
  readonly skipped: readonly unknown[];
  readonly oddFields: readonly { readonly lost: boolean }[];
}

const lostIn = ({ oddFields }: Read): number => oddFields.filter(({ lost }) => lost).length;

function counted(subject: 'networks' | 'nodes', read: Read): Finding[] {
  const lost = lostIn(read);
  const converted = read.oddFields.length - lost;
  return [
    finding(subject, 'rows', read.rows.length),
    ...(read.skipped.length > 0 ? [finding(subject, 'unreadable', read.skipped.length)] : []),
    ...(converted > 0 ? [finding(subject, 'converted', converted)] : []),
    ...(lost > 0 ? [finding(subject, 'lost', lost)] : []),
  ];
}
