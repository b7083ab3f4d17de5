import type { Handlers } from '@/lib/messages/router';
import { messageNames, type MessageName } from '@/lib/messages/protocol';
import type { LockService } from './service';

/** What open pages ask for by themselves, whenever something was committed: nobody needs to sit there. */
const unprompted: ReadonlySet<MessageName> = new Set<MessageName>([
  'status.view',
  'options.view',
  'popup.panel',
  'popup.given-up',
  'panel.again',
  'panel.given-up',
  'panel.makers',
  'matching.networks',
  'matching.organizations',
  'matching.devices',
  'matching.findings',
  'bulk.counts',
  'activity.list',
  'activity.groups',
  'activity.choices',
  'types.list',
  'auto-create.view',
  'record.view',
  'team.view',
  'setup-check.view',
  'network.sheet',
  'welcome.view',
  'user.recognize',
]);

/** The handlers, before each of which the keys are locked if that is due; what people send is use of them. */
export function watched(handlers: Handlers, service: () => Promise<LockService>): Handlers {
  /** Where the database cannot be read, the handler says so, if it needs it. */
  const before = (name: MessageName) =>
    service()
      .then(async (lock) => {
        await lock.check();
        if (!unprompted.has(name)) await lock.used();
      })
      .catch(() => undefined);
  const wrap =
    <Request, Tab, Response>(
      name: MessageName,
      handler: (request: Request, tab: Tab) => Promise<Response>,
    ) =>
    async (request: Request, tab: Tab): Promise<Response> => {
      await before(name);
      return handler(request, tab);
    };
  return Object.fromEntries(
    messageNames.map((name) => [name, wrap(name, handlers[name] as never)]),
  ) as unknown as Handlers;
}
