import type { Handlers } from '@/lib/messages/router';
import type { welcomeProtocol } from '@/lib/messages/welcome';
import type { Services } from '../services';

/** Answers about the first run and who sits here. @param open opens the first-run page in a tab */
export function welcomeHandlers(
  services: () => Promise<Services>,
  open: () => Promise<void>,
): Pick<Handlers, keyof typeof welcomeProtocol> {
  return {
    async 'welcome.view'() {
      return (await services()).welcome.view();
    },
    async 'welcome.open'() {
      await open();
      return null;
    },
    async 'welcome.dismiss'() {
      await (await services()).welcome.dismiss();
      return null;
    },
    async 'user.recognize'() {
      return (await services()).recognition.look();
    },
    async 'user.confirm'({ userId }) {
      return (await services()).recognition.confirm(userId);
    },
  };
}
