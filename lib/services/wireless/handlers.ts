import type { Handlers } from '@/lib/messages/router';
import type { wirelessProtocol } from '@/lib/messages/wireless';
import { Refusal } from '../refusal';

/** Answers to everything about wireless auto-documentation. */
export function wirelessHandlers(): Pick<Handlers, keyof typeof wirelessProtocol> {
  const refuse = () => Promise.reject(new Refusal({ kind: 'internal' }));
  return {
    'auto-create.preview': refuse,
    'auto-create.save': refuse,
    'auto-create.view': refuse,
    'record.view': refuse,
  };
}
