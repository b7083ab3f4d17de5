import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createBudget } from './budget';
import { failureOf, fakeClient, json, type Answer } from './client.fixture';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const acme = { data: { id: '7', type: 'organizations', attributes: { name: 'Acme' } } };

describe('calls with a signal', () => {
  const busy = () => json({}, 429, { 'retry-after': '50' });
  const never = () => new Promise<Answer>(() => undefined);

  /** What a call fails with that is under way when its signal is aborted, and how long that took. */
  async function broken(
    call: 'read' | 'write',
    answer: () => Answer | Promise<Answer>,
    options: Parameters<typeof fakeClient>[1] = {},
  ) {
    const { client, requests } = fakeClient(answer, options);
    const ended = new AbortController();
    const calls = client.withSignal(ended.signal);
    const done = (
      call === 'read' ? calls.organizationsPage(1) : calls.createOrganization({ name: 'Acme' })
    ).finally(() => (took = Date.now() - start));
    done.catch(() => undefined);
    let took: number | null = null;
    await vi.advanceTimersByTimeAsync(5000);
    expect(took).toBeNull();
    const start = Date.now();
    ended.abort();
    await vi.advanceTimersByTimeAsync(0);
    expect(took).toBe(0);
    const failure = await failureOf(done);
    const sent = requests.length;
    await vi.runAllTimersAsync();
    expect(requests).toHaveLength(sent);
    return { failure, requests };
  }
  const used = () =>
    createBudget({
      load: () =>
        Promise.resolve({
          buckets: [{ start: Math.floor(Date.now() / 10_000) * 10_000, count: 1500 }],
        }),
      save: () => Promise.resolve(),
      now: () => Date.now(),
      wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    });

  test('end at once while they wait for the budget, and send nothing', async () => {
    const read = await broken('read', () => json(acme), { budget: used() });
    expect(read.failure).toMatchObject({ kind: 'aborted', outcome: null });
    expect(read.requests).toHaveLength(0);
    const write = await broken('write', () => json(acme), { budget: used() });
    expect(write.failure).toMatchObject({ kind: 'aborted', outcome: 'not-sent' });
    expect(write.requests).toHaveLength(0);
  });

  test('end at once in a pause before a repetition, and send nothing more', async () => {
    const read = await broken('read', busy);
    expect(read.failure).toMatchObject({ kind: 'aborted', outcome: null });
    const write = await broken('write', busy);
    expect(write.failure).toMatchObject({ kind: 'aborted', outcome: 'not-sent' });
    expect([...read.requests, ...write.requests]).toHaveLength(2);
  });

  test('end at once where a read waits for its answer, and break it off', async () => {
    const { failure, requests } = await broken('read', never);
    expect(failure).toMatchObject({ kind: 'aborted', outcome: null });
    expect(requests[0]?.init.signal?.aborted).toBe(true);
  });

  test('leave a write that was sent to its answer', async () => {
    let answer: (response: Response) => void = () => undefined;
    const { client, requests } = fakeClient(
      () => new Promise<Response>((resolve) => (answer = resolve)),
    );
    const ended = new AbortController();
    const done = client.withSignal(ended.signal).createOrganization({ name: 'Acme' });
    await vi.advanceTimersByTimeAsync(1000);
    ended.abort();
    await vi.advanceTimersByTimeAsync(1000);
    expect(requests[0]?.init.signal?.aborted).toBe(false);
    answer(json(acme, 201));
    expect((await done).id).toBe('7');
  });

  test('do not repeat a write that was answered 429 after the signal', async () => {
    let answer: (response: Response) => void = () => undefined;
    const { client, requests } = fakeClient(
      () => new Promise<Response>((resolve) => (answer = resolve)),
    );
    const ended = new AbortController();
    const done = client.withSignal(ended.signal).createOrganization({ name: 'Acme' });
    done.catch(() => undefined);
    await vi.advanceTimersByTimeAsync(1000);
    ended.abort();
    answer(busy());
    expect(await failureOf(done)).toMatchObject({ outcome: 'refused' });
    await vi.runAllTimersAsync();
    expect(requests).toHaveLength(1);
  });

  test('send nothing when it is aborted already', async () => {
    const { client, requests } = fakeClient(() => json(acme));
    const failure = await failureOf(client.withSignal(AbortSignal.abort()).users());
    expect(failure).toMatchObject({ kind: 'aborted' });
    expect(requests).toHaveLength(0);
  });
});
