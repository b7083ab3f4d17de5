import * as z from 'zod/mini';
import {
  finding,
  verdict,
  type Check,
  type Finding,
  type Subject,
  type Verdict,
} from '@/lib/model/setup-check';
import { keyed, list } from '@/lib/wire/shapes';
import { powerStripHost, routerHosts, type DattoHost } from '../hosts';
import { asked, type DattoProbe } from '../probe';
import { isD200 } from '../router';
import { dattoFindings, sampleNetworks } from './looks';

/** An answer that is asked for, and the shape that is assumed of it. */
interface Look {
  readonly subject: Subject;
  readonly path: string;
  readonly shape: z.ZodMiniType;
  /** The server of the key by default. */
  readonly host?: DattoHost;
  /** Not every account has it. */
  readonly optional?: boolean;
}

/** What each answer of the first network is like; differs where one is refused or has another shape. */
async function lookAtEach(
  probe: DattoProbe,
  looks: (network: string) => readonly Look[],
): Promise<Verdict> {
  const [network] = await sampleNetworks(probe);
  if (network === undefined) return verdict('unseen', finding('networks', 'none'));
  const seen: Finding[] = [];
  let differs = false;
  for (const { subject, path, shape, host, optional = false } of looks(network)) {
    const answer = await asked(probe.get(path, host));
    if ('error' in answer) {
      seen.push(...dattoFindings(subject, answer.error));
      differs ||= !(optional && answer.error.kind === 'not-implemented');
      continue;
    }
    const fits = shape.safeParse(answer.value).success;
    differs ||= !fits;
    seen.push(finding(subject, fits ? 'as-assumed' : 'other'));
  }
  return verdict(differs ? 'differs' : 'holds', ...seen);
}

/** Each kind of device has a list for a network, as the reference shows it. */
export const deviceListsCheck: Check<DattoProbe> = {
  id: 'datto-device-lists',
  source: 'reference',
  run: (probe) =>
    lookAtEach(probe, (network) => [
      {
        subject: 'nodes',
        path: `/node/network/${network}/list`,
        shape: z.object({ nodes: keyed }),
      },
      {
        subject: 'switches',
        path: `/switch/network/${network}/list`,
        shape: z.object({ switches: list }),
      },
      {
        subject: 'powerstrips',
        path: `/powerstrip/network/${network}/list`,
        shape: z.object({ powerstrips: list }),
        host: powerStripHost,
        optional: true,
      },
    ]),
};

const routerList = z.object({ routers: list });

/**
 * D200 routers have a list like the other kinds, on `api-v2`, then `api`; where an account has none, the
 * answer is 1002 or a plain 404.
 */
export const routersCheck: Check<DattoProbe> = {
  id: 'datto-routers',
  source: 'assumed',
  async run(probe) {
    const [network] = await sampleNetworks(probe);
    if (network === undefined) return verdict('unseen', finding('networks', 'none'));
    const seen: Finding[] = [];
    for (const host of routerHosts) {
      const answer = await asked(probe.get(`/router/network/${network}/list`, host));
      if ('error' in answer) {
        seen.push(...dattoFindings(host, answer.error));
        if (answer.error.kind === 'not-implemented' || answer.error.unknownKey) continue;
        return verdict('differs', ...seen);
      }
      const parsed = routerList.safeParse(answer.value);
      if (!parsed.success) return verdict('differs', ...seen, finding('routers', 'other'));
      const { routers } = parsed.data;
      const d200 = routers.filter(isD200).length;
      return verdict(
        'holds',
        ...seen,
        finding('routers', 'rows', routers.length),
        finding('D200', 'rows', d200),
      );
    }
    return verdict('unseen', ...seen);
  },
};

/** A network's history and clients can be read with the same key. */
export const historyCheck: Check<DattoProbe> = {
  id: 'datto-history',
  source: 'reference',
  run: (probe) =>
    lookAtEach(probe, (network) => [
      {
        subject: 'history of nodes',
        path: `/history/network/${network}/nodes?period=2hours`,
        shape: z.object({ nodes: z.unknown() }),
      },
      {
        subject: 'history of clients',
        path: `/history/network/${network}/clients?period=2hours`,
        shape: z.object({ clients: z.unknown() }),
      },
    ]),
};
