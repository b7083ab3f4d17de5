import { describe, expect, it, vi } from 'vitest';
import { fakeClient } from './client.fixture';
import { sampleStatus } from '@/lib/views/status.fixture';
import { live } from './live';

const at = (done: number) =>
  ({ ...sampleStatus, status: { state: 'syncing', stage: 'devices', done, total: 9 } }) as const;

describe('live', () => {
  it('asks at once and again after every change', async () => {
    let done = 0;
    const { client, change } = fakeClient({ 'status.view': () => at(done++) });
    const { view, follow } = live(client, 'status.view');
    follow();
    await expect.poll(() => view.value?.status).toEqual(at(0).status);
    change();
    await expect.poll(() => view.value?.status).toEqual(at(1).status);
  });

  it('answers a burst of changes with one more question, after the one under way', async () => {
    const waiting: (() => void)[] = [];
    let asked = 0;
    const { client, change, requests } = fakeClient({
      'status.view': () =>
        new Promise((resolve) => {
          const answer = at(++asked);
          waiting.push(() => resolve(answer));
        }),
    });
    const { view, follow } = live(client, 'status.view');
    follow();
    for (let i = 0; i < 50; i++) change();
    expect(requests('status.view')).toHaveLength(1);
    waiting.shift()?.();
    await expect.poll(() => requests('status.view')).toHaveLength(2);
    waiting.shift()?.();
    await expect.poll(() => view.value?.status).toEqual(at(2).status);
    expect(requests('status.view')).toHaveLength(2);
  });

  it('keeps the last view beside the problem when a question fails, until one succeeds', async () => {
    const { client, answers } = fakeClient({ 'status.view': () => sampleStatus });
    const { view, problem, reload } = live(client, 'status.view');
    await reload();
    delete answers['status.view'];
    await reload();
    expect(view.value).toEqual(sampleStatus);
    expect(problem.value).toEqual({ kind: 'internal' });
    answers['status.view'] = () => sampleStatus;
    await reload();
    expect(problem.value).toBeNull();
  });

  it('puts a question again that a stopped worker took with it', async () => {
    vi.useFakeTimers();
    try {
      let asked = 0;
      const { client } = fakeClient({
        'status.view': () => (++asked === 1 ? new Promise<never>(() => undefined) : sampleStatus),
      });
      const { view, reload } = live(client, 'status.view');
      const answered = reload();
      await vi.advanceTimersByTimeAsync(10_000);
      await answered;
      expect(view.value).toEqual(sampleStatus);
      expect(asked).toBe(2);
    } finally {
      vi.useRealTimers();
    }
  });

  it('hears no more changes once it is no longer followed', () => {
    const { client, listeners } = fakeClient({ 'status.view': () => sampleStatus });
    const stop = live(client, 'status.view').follow();
    expect(listeners.size).toBe(1);
    stop();
    expect(listeners.size).toBe(0);
  });
});
