import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Asking, MessageName, Reply, ResponseOf } from '@/lib/messages/protocol';
import type { Problem } from '@/lib/model/problem';
import type { Client } from './client';

/** A view of the background, kept current while it is followed. */
export interface Live<View> {
  /** The last answer; `null` before the first. Kept when a later question fails. */
  readonly view: ReadonlySignal<View | null>;
  /** Why the last question had no answer. */
  readonly problem: ReadonlySignal<Problem | null>;
  /** Asks now. */
  readonly reload: () => Promise<void>;
  /** Asks now and after every change; returns how to stop. */
  readonly follow: () => () => void;
}

/**
 * How long an answer may take before the question is put again, milliseconds: a worker that the
 * browser stops as it is asked can take the question with it.
 */
const patience = 4_000;
const maxAttempts = 5;

const later = (milliseconds: number) =>
  new Promise<null>((resolve) => setTimeout(() => resolve(null), milliseconds));

/** Follows one of the background's views: see {@link liveQuestion}. */
export const live = <Name extends MessageName>(
  client: Client,
  name: Name,
  ...request: Asking<Name>
): Live<ResponseOf<Name>> => liveQuestion(client, name, () => request);

/**
 * Follows one of the background's views. Changes that arrive while a question is under way are
 * answered by one more question after it, so an older answer never replaces a newer one and a burst
 * of commits never becomes a burst of messages.
 * @param question with what it is asked, looked up each time
 */
export function liveQuestion<Name extends MessageName>(
  client: Client,
  name: Name,
  question: () => Asking<Name>,
): Live<ResponseOf<Name>> {
  const view = signal<ResponseOf<Name> | null>(null);
  const problem = signal<Problem | null>(null);
  let asking: Promise<void> | null = null;
  let again = false;

  /** Any answer to the question, put again while none comes. */
  async function answer(): Promise<Reply<Name>> {
    const asked: Promise<Reply<Name>>[] = [];
    const request = question();
    while (asked.length < maxAttempts) {
      asked.push(client.send(name, ...request));
      const reply = await Promise.race([...asked, later(patience)]);
      if (reply) return reply;
    }
    return Promise.race(asked);
  }

  async function ask(): Promise<void> {
    do {
      again = false;
      const reply = await answer();
      if (reply.ok) view.value = reply.value;
      problem.value = reply.ok ? null : reply.problem;
    } while (again);
    asking = null;
  }

  function reload(): Promise<void> {
    if (asking) again = true;
    else asking = ask();
    return asking;
  }

  return {
    view,
    problem,
    reload,
    follow() {
      void reload();
      return client.onChange(() => void reload());
    },
  };
}
