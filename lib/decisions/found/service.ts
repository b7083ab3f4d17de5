import type { Viewer } from '@/lib/access/access';
import type { Journal } from '@/lib/journal/journal';
import type { Mac } from '@/lib/model/mac';
import { isPrivateMac } from '@/lib/model/mac';
import type { ConfigurationId } from '@/lib/model/ids';
import type { ConfigurationPage } from '@/lib/model/portal-page';
import { ProblemError } from '@/lib/model/problem-error';
import * as stored from '@/lib/store/stored';
import type { DecisionResult } from '@/lib/views/matching';
import type { FoundPreview } from '@/lib/views/ports';
import { byViewer, reportProblem, type MatchingContext } from '../context';
import { refuse } from '../decision-refused';
import { writtenName } from '../create/drafts';
import { createShared } from '../create/shared';
import type { TypesService } from '../create/types';
import { writeNow } from '../create/write-now';
import { foundExecutor, foundKey, type FoundWrite } from './executors';

/** What a person decides about a device that was found on a port and that nothing documents. */
export interface FoundDecisions {
  /** What would be written for a new configuration. @throws ProblemError */
  preview(viewer: Viewer, page: ConfigurationPage, maker: string | null): Promise<FoundPreview>;
  /** Creates a configuration for it. */
  create(
    viewer: Viewer,
    page: ConfigurationPage,
    wanted: { mac: Mac; name: string; typeId: string; manufacturerId: string | null },
  ): Promise<DecisionResult>;
  /** Writes its MAC to a configuration that has none. */
  match(
    viewer: Viewer,
    page: ConfigurationPage,
    wanted: { mac: Mac; configurationId: ConfigurationId },
  ): Promise<DecisionResult>;
}

/** The company's form behind a name in the registers, as in "RASPBERRY PI (TRADING) LTD". */
const legalForm =
  /[\s,.]+(?:(?:co|inc|ltd|llc|corp|corporation|company|limited|gmbh|ag|sa|bv)[\s,.]*)+$/i;

export function foundDecisions(options: {
  readonly context: MatchingContext;
  readonly journal: Journal;
  readonly types: TypesService;
}): FoundDecisions {
  const { context, journal, types } = options;
  const { store } = context;

  /** Whether the MAC is on a port of the switch whose page asks, and may name a device. */
  async function isFound(page: ConfigurationPage, mac: Mac): Promise<boolean> {
    const match = await stored.deviceMatches.ofConfiguration.first(store, page.configurationId);
    if (match?.state !== 'matched' || match.organizationId !== page.organizationId) return false;
    const sightings = await stored.sightings.get(store, match.deviceKey);
    return sightings?.kind === 'ports' && sightings.macs.includes(mac) && !isPrivateMac(mac);
  }

  async function perform(
    viewer: Viewer,
    page: ConfigurationPage,
    write: FoundWrite,
  ): Promise<DecisionResult> {
    if (!viewer.mayOrganization(page.organizationId)) return refuse({ kind: 'not-permitted' });
    if (!(await isFound(page, write.mac))) return refuse({ kind: 'row-gone' });
    if (await stored.failedCredentials.read(store))
      return refuse({ kind: 'problem', problem: { kind: 'credentials', side: 'itglue' } });
    const clients = await context.clients();
    if (!clients) return refuse({ kind: 'problem', problem: await stored.whyNoKeys(store) });
    const organization = await stored.organizations.get(store, page.organizationId);
    const organizationName = organization?.name ?? page.organizationId;
    const key = foundKey(write);
    // What is under way for this MAC goes on, whatever is wanted now.
    const open = (await journal.openRow(key))?.write;
    if (open && JSON.stringify(open) !== JSON.stringify(write))
      return refuse({ kind: 'decided-meanwhile' });
    const { result } = await writeNow(
      context,
      journal,
      { key, write, who: byViewer(context, viewer).who },
      foundExecutor(context, clients.itGlue, { ...write, organizationName }, () =>
        createShared(context, clients, journal).statusId(),
      ),
    );
    return result;
  }

  return {
    async preview(viewer, page, maker) {
      if (!viewer.mayOrganization(page.organizationId))
        throw new ProblemError({ kind: 'not-permitted' });
      const all = await types.list();
      const clients = await context.clients();
      if (!clients) throw new ProblemError(await stored.whyNoKeys(store));
      try {
        const names = maker === null ? [] : [maker, maker.replace(legalForm, '')];
        let manufacturer: FoundPreview['manufacturer'] = null;
        for (const name of new Set(names))
          manufacturer ??= await clients.itGlue.findManufacturer(name);
        const organization = await stored.organizations.get(store, page.organizationId);
        return {
          organizationName: organization?.name ?? page.organizationId,
          types: all.map(({ id, name }) => ({ id, name })),
          manufacturer: manufacturer && { id: manufacturer.id, name: manufacturer.name },
        };
      } catch (error) {
        throw new ProblemError(await reportProblem(context, error));
      }
    },
    create(viewer, page, { mac, name, typeId, manufacturerId }) {
      const { organizationId } = page;
      const written = writtenName(name).name;
      return perform(viewer, page, {
        kind: 'create-found',
        organizationId,
        mac,
        name: written,
        typeId,
        manufacturerId,
      });
    },
    async match(viewer, page, { mac, configurationId }) {
      const { organizationId } = page;
      const configuration = await stored.configurations.get(store, configurationId);
      if (configuration?.organizationId !== organizationId)
        return refuse({ kind: 'not-permitted' });
      return perform(viewer, page, {
        kind: 'document-mac',
        organizationId,
        configurationId,
        mac,
        name: configuration.name,
      });
    },
  };
}
