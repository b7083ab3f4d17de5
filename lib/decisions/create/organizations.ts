import { distance } from 'fastest-levenshtein';
import type { Viewer } from '@/lib/access/access';
import type { Journal } from '@/lib/journal/journal';
import { Recognizer } from '@/lib/matching/recognition/recognizer';
import { inSlices } from '@/lib/matching/slices';
import type { NetworkId, OrganizationId } from '@/lib/model/ids';
import type { JournalWrite } from '@/lib/model/journal';
import { normalizeName } from '@/lib/model/name';
import type { Organization } from '@/lib/model/organization';
import type { Problem } from '@/lib/model/problem';
import type { DecisionResult, SimilarOrganizations } from '@/lib/views/matching';
import { byViewer, reportProblem, type MatchingContext } from '../context';
import type { Refresher } from '../refresh';
import { refuse } from '../decision-refused';
import { namesakes } from '../namesakes';
import { withNamesake } from '../search';
import { versionOf } from '../version';
import { pause } from '@/lib/sync/pause';
import { ProblemError } from '@/lib/model/problem-error';
import { writtenName } from './drafts';
import { organizationExecutor, organizationKey } from './organization-executor';
import { writeNow } from './write-now';
import * as stored from '@/lib/store/stored';

/** From this share of equal letters on two names are worth a second look before a duplicate is made. */
const minLikeness = 0.8;
const maxSimilar = 20;

export interface OrganizationCreation {
  /** Organizations that may be meant, asked of IT Glue right now and looked for among the stored. */
  similar(viewer: Viewer, name: string): Promise<SimilarOrganizations>;
  create(
    viewer: Viewer,
    request: {
      readonly networkId: NetworkId;
      readonly version: string;
      readonly name: string;
      readonly acknowledged: readonly OrganizationId[];
    },
  ): Promise<DecisionResult>;
}

export function createOrganizationCreation(options: {
  readonly context: MatchingContext;
  readonly journal: Journal;
  readonly refresher: Refresher;
}): OrganizationCreation {
  const { context, journal, refresher } = options;
  const { store } = context;

  async function similar(viewer: Viewer, asked: string): Promise<SimilarOrganizations> {
    // Only who sees networks without an organization creates one.
    if (!viewer.mayNetwork(null)) throw new ProblemError({ kind: 'not-permitted' });
    const { name } = writtenName(asked);
    const known = await stored.organizations.all(store);
    const live = await askByName(name);
    const all = new Map(
      [...known, ...live.rows].map((organization) => [organization.id, organization]),
    );
    const wanted = normalizeName(name);
    const same = [...all.values()].filter(
      (each) => normalizeName(each.name) === wanted || live.rows.some(({ id }) => id === each.id),
    );
    const taken = new Set(same.map(({ id }) => id));
    const others = [...all.values()].filter(({ id }) => !taken.has(id));
    const recognizer = await inSlices(Recognizer.of(others), { now: context.now, pause });
    const recognized = recognizer.recognize(name).map(({ organizationId }) => organizationId);
    const alike = alikeNames(name, others, new Set(recognized));
    const hit = withNamesake(await namesakes(store));
    return {
      name,
      same: same.map(hit),
      similar: alike.map(hit),
      problem: live.problem,
    };
  }

  async function askByName(
    name: string,
  ): Promise<{ rows: readonly Organization[]; problem: Problem | null }> {
    const clients = await context.clients();
    if (!clients) return { rows: [], problem: await stored.whyNoKeys(store) };
    try {
      return { rows: (await clients.itGlue.organizationsPage(1, { name })).rows, problem: null };
    } catch (error) {
      return { rows: [], problem: await reportProblem(context, error) };
    }
  }

  const create: OrganizationCreation['create'] = async (viewer, request) => {
    const { networkId, version, acknowledged } = request;
    const before = await stored.networkMatches.get(store, networkId);
    if (!viewer.mayNetwork(null) || !viewer.mayNetwork(before))
      return refuse({ kind: 'not-permitted' });
    if (!(await stored.networks.has(store, networkId))) return refuse({ kind: 'row-gone' });
    if (versionOf(before) !== version) return refuse({ kind: 'decided-meanwhile' });
    const clients = await context.clients();
    if (!clients) return refuse({ kind: 'problem', problem: await stored.whyNoKeys(store) });
    const { name } = writtenName(request.name);
    const wanted = normalizeName(name);
    const unknown = (await stored.organizations.all(store)).find(
      (each) => normalizeName(each.name) === wanted && !acknowledged.includes(each.id),
    );
    if (unknown) return refuse({ kind: 'exists', name: unknown.name });

    const key = organizationKey(name);
    const write: Extract<JournalWrite, { kind: 'create-organization' }> = {
      kind: 'create-organization',
      name,
      networkId,
      version,
      acknowledged,
    };
    // One of this name that is under way for another network is not made twice.
    const open = await journal.openRow(key);
    const other =
      open?.write.kind === 'create-organization' && open.write.networkId !== networkId
        ? open.write
        : null;
    const { result, id } = await writeNow(
      context,
      journal,
      { key, write, who: byViewer(context, viewer).who },
      organizationExecutor(context, clients.itGlue, other ?? write),
    );
    if (id === null) return result;
    if (other !== null) return refuse({ kind: 'exists', name });
    refresher.configurations(id as OrganizationId);
    return result;
  };

  return { similar, create };
}

/** What the recognizer takes for the same company, and names that are nearly spelled so; best first. */
function alikeNames(
  name: string,
  organizations: readonly Organization[],
  recognized: ReadonlySet<OrganizationId>,
): Organization[] {
  const wanted = normalizeName(name);
  return organizations
    .map((organization) => ({
      organization,
      score: recognized.has(organization.id)
        ? 2
        : Math.max(
            ...[organization.name, organization.shortName ?? ''].map((each) =>
              alike(normalizeName(each), wanted),
            ),
          ),
    }))
    .filter(({ score }) => score >= minLikeness)
    .sort((a, b) => b.score - a.score || a.organization.name.localeCompare(b.organization.name))
    .slice(0, maxSimilar)
    .map(({ organization }) => organization);
}

function alike(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  if (longer === 0 || Math.min(a.length, b.length) / longer < minLikeness) return 0;
  return 1 - distance(a, b) / longer;
}
