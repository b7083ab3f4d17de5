import { z } from 'zod';
import { finding, verdict, type Check, type Finding, type Subject } from '@/lib/model/setup-check';
import { keyed, list } from '@/lib/wire/shapes';
import { powerStripHost, routerHosts } from '../hosts';
import { asked, type DattoProbe } from '../probe';
import { isD200 } from '../router';
import { dattoFindings, sampleNetworks } from './looks';

const lists = [
  { subject: 'nodes', segment: 'node', shape: z.object({ nodes: keyed }) },
  {
    subject: 'switches',
    segment: 'switch',
    shape: z.object({ switches: list }),
  },
  {
    subject: 'powerstrips',
    segment: 'powerstrip',
    host: powerStripHost,
    shape: z.object({ powerstrips: list }),
  },
] as const satisfies readonly { subject: Subject; [key: string]: unknown }[];

/** Each kind of device has a list for a network, as the reference shows it. */
export const deviceListsCheck: Check<DattoProbe> = {
  id: 'datto-device-lists',
  source: 'reference',
  async run(probe) {
    const [network] = await sampleNetworks(probe);
    if (network === undefined) return verdict('unseen', finding('networks', 'none'));
    const seen: Finding[] = [];
    let differs = false;
    for (const { subject, segment, shape, ...where } of lists) {
      const host = 'host' in where ? where.host : probe.keyHost;
      const answer = await asked(probe.get(`/${segment}/network/${network}/list`, host));
      if ('error' in answer) {
        seen.push(...dattoFindings(subject, answer.error));
        // Not every account has Managed Power.
        differs ||= !(subject === 'powerstrips' && answer.error.kind === 'not-implemented');
        continue;
      }
      const fits = shape.safeParse(answer.value).success;
      differs ||= !fits;
      seen.push(finding(subject, fits ? 'as-assumed' : 'other'));
    }
    return verdict(differs ? 'differs' : 'holds', ...seen);
  },
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

const histories = [
  { subject: 'history of nodes', path: 'nodes', shape: z.object({ nodes: z.unknown() }) },
  { subject: 'history of clients', path: 'clients', shape: z.object({ clients: z.unknown() }) },
] as const satisfies readonly { subject: Subject; path: string; shape: z.ZodType }[];

/** A network's history and clients can be read with the same key. */
export const historyCheck: Check<DattoProbe> = {
  id: 'datto-history',
  source: 'reference',
  async run(probe) {
    const [network] = await sampleNetworks(probe);
    if (network === undefined) return verdict('unseen', finding('networks', 'none'));
    const seen: Finding[] = [];
    let differs = false;
    for (const { subject, path, shape } of histories) {
      const answer = await asked(probe.get(`/history/network/${network}/${path}?period=2hours`));
      if ('error' in answer) {
        seen.push(...dattoFindings(subject, answer.error));
        differs = true;
        continue;
      }
      const fits = shape.safeParse(answer.value).success;
      differs ||= !fits;
      seen.push(finding(subject, fits ? 'as-assumed' : 'other'));
    }
    return verdict(differs ? 'differs' : 'holds', ...seen);
  },
};
