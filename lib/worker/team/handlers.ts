import type { Handlers } from '@/lib/messages/router';
import type { teamProtocol } from '@/lib/messages/team';
import { organizationId } from '@/lib/model/ids';
import type { ConfigurationPage } from '@/lib/model/portal-page';
import type { PanelView } from '@/lib/views/panel';
import type { TeamService } from './service';

/** Who leaves waits at most so long for what is shared first, milliseconds. */
export const sharingMs = 10_000;

/** Answers to everything about what the company's browsers share. */
export function teamHandlers(
  service: () => Promise<TeamService>,
  /** What stands on the page of a configuration. */
  panel: (page: ConfigurationPage) => Promise<PanelView>,
): Pick<Handlers, keyof typeof teamProtocol> {
  return {
    async 'team.view'() {
      return (await service()).view();
    },
    async 'team.start'({ home }) {
      await (await service()).start(home === null ? null : organizationId(home));
      return null;
    },
    async 'team.use-mine'({ key }) {
      await (await service()).useMine(key);
      return null;
    },
    async 'panel.use-mine'({ key, ...page }) {
      const view = await panel(page);
      // Only what the page tells of.
      if (view.kind === 'none' || view.team?.key !== key) return { ok: true, count: 0 };
      await (await service()).useMine(key);
      return { ok: true, count: 1 };
    },
    async 'team.dismiss'({ key }) {
      await (await service()).dismiss(key);
      return null;
    },
    async 'team.leave'({ anyway, listed }) {
      const team = await service();
      const unshared = await team.shareRest(AbortSignal.timeout(sharingMs));
      if (unshared > 0 && !anyway) return { unshared };
      await team.leave(listed, AbortSignal.timeout(sharingMs));
      return { unshared: 0 };
    },
    async 'team.join'() {
      await (await service()).join();
      return null;
    },
    async 'team.refresh'() {
      await (await service()).refresh();
      return null;
    },
  };
}
