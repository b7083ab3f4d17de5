import type { Handlers } from '@/lib/messages/router';
import type { teamProtocol } from '@/lib/messages/team';
import type { TeamService } from './service';

/** Answers to everything about what the company's browsers share. */
export function teamHandlers(
  service: () => Promise<TeamService>,
): Pick<Handlers, keyof typeof teamProtocol> {
  return {
    async 'team.view'() {
      return (await service()).view();
    },
    async 'team.start'() {
      await (await service()).start();
      return null;
    },
    async 'team.refresh'() {
      await (await service()).refresh();
      return null;
    },
  };
}
