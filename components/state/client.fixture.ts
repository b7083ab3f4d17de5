import type { MessageName, Reply, ResponseOf } from '@/lib/messages/protocol';
import type { OptionsView } from '@/lib/views/options';
import { userId } from '@/lib/model/ids';
import { defaultSettings } from '@/lib/model/settings';
import { ProblemError } from '@/lib/model/problem-error';
import { sampleStatus } from '@/lib/views/status.fixture';
import type { Client } from './client';

export type Answers = {
  [Name in MessageName]?: (request: never) => ResponseOf<Name> | Promise<ResponseOf<Name>>;
};

/**
 * A background for tests: answers as told, with the problem of a `ProblemError` that is thrown; refuses
 * what it was not told, and keeps what it was asked.
 */
export function fakeClient(answers: Answers) {
  const asked: { name: MessageName; request: unknown }[] = [];
  const unanswered: MessageName[] = [];
  const listeners = new Set<() => void>();
  async function send(name: MessageName, request?: unknown): Promise<Reply<MessageName>> {
    asked.push({ name, request });
    const answer = answers[name] as
      | ((request: unknown) => ResponseOf<MessageName> | Promise<ResponseOf<MessageName>>)
      | undefined;
    if (!answer) {
      unanswered.push(name);
      return { ok: false, problem: { kind: 'internal' } };
    }
    try {
      return { ok: true, value: await answer(request) };
    } catch (error) {
      if (error instanceof ProblemError) return { ok: false, problem: error.problem };
      throw error;
    }
  }
  return {
    client: {
      send: send as Client['send'],
      onChange: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    } satisfies Client,
    answers,
    /** What it was not told an answer to. */
    unanswered,
    /** The requests of one name, in their order. */
    requests: (name: MessageName) => asked.filter((each) => each.name === name),
    /** The background committed something. */
    change: () => listeners.forEach((listener) => listener()),
    listeners,
  };
}

/** The options of that tenant. */
export const sampleOptions: OptionsView = {
  status: sampleStatus.status,
  connection: {
    region: 'eu',
    subdomain: 'acme',
    dattoHost: 'api.cloudtrax.com',
    connectedAt: '2026-03-01T10:00:00Z',
  },
  saved: { dattoPublicKey: true, dattoSecretKey: true, itGlueApiKey: true },
  passphrase: false,
  settings: defaultSettings,
  users: [
    { id: userId(1), name: 'Ada', email: 'ada@acme.test', roleName: 'Administrator' },
    { id: userId(2), name: 'Grace', email: 'grace@acme.test', roleName: 'Manager' },
    { id: userId(3), name: 'Linus', email: 'linus@acme.test', roleName: 'Lite' },
  ],
  nextSync: sampleStatus.nextSync,
  managed: { fields: [], values: {}, faults: [], failures: [] },
};

/** The options before anything was entered. */
export const emptyOptions: OptionsView = {
  ...sampleOptions,
  status: { state: 'not-connected' },
  connection: null,
  saved: { dattoPublicKey: false, dattoSecretKey: false, itGlueApiKey: false },
  users: [],
  nextSync: null,
};
