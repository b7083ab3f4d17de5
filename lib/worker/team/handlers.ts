import type { Handlers } from '@/lib/messages/router';
import type { teamProtocol } from '@/lib/messages/team';
import { organizationId } from '@/lib/model/ids';
import type { TeamService } from './service';

/** Answers to everything about what the company's browsers share. */
export function teamHandlers(
  service: () => Promise<TeamService>,
): Pick<Handlers, keyof typeof teamProtocol> {
  return {
    async 'team.view'() {
      return (await service()).view();
    },
    async 'team.start'({ home }) {
      await (await service()).start(home === null ? null : organizationId(home));
      return null;
    },
    async 'team.refresh'() {
      await (await service()).refresh();
      return null;
    },
  };
}
