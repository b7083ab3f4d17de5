import { afterEach, beforeEach, describe, expect, it, vi, type Mock } from 'vitest';
import { send } from './client';

const { runtime } = vi.hoisted(() => {
  const found: { id: string | undefined; sendMessage: Mock<() => Promise<unknown>> } = {
    id: undefined,
    sendMessage: vi.fn(),
  };
  return { runtime: found };
});
vi.mock('wxt/browser', () => ({ browser: { runtime } }));

/** What a browser says where its background was stopped before it answered. */
const closed = new Error('The message channel closed before a response was received.');
const answer = { ok: true, value: null };

describe('send', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    runtime.id = 'extension';
    runtime.sendMessage.mockReset();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const replyTo = async (...[name, request]: Parameters<typeof send>) => {
    const reply = send(name, request);
    await vi.runAllTimersAsync();
    return reply;
  };

  it('asks again for what is only read, where the background ends while it answers', async () => {
    runtime.sendMessage
      .mockRejectedValueOnce(closed)
      .mockResolvedValueOnce(undefined)
      .mockResolvedValue(answer);
    expect(await replyTo('status.view')).toEqual(answer);
    expect(runtime.sendMessage).toHaveBeenCalledTimes(3);
  });

  it('gives up after a while, with what the browser said', async () => {
    runtime.sendMessage.mockRejectedValue(closed);
    expect(await replyTo('status.view')).toEqual({
      ok: false,
      problem: { kind: 'internal', detail: closed.message },
    });
    expect(runtime.sendMessage).toHaveBeenCalledTimes(4);
  });

  it('asks for what changes something once', async () => {
    runtime.sendMessage.mockRejectedValueOnce(closed).mockResolvedValue(answer);
    expect(await replyTo('sync.start')).toMatchObject({ ok: false });
    expect(runtime.sendMessage).toHaveBeenCalledTimes(1);
  });

  it('asks no more where the extension was updated under the page', async () => {
    runtime.sendMessage.mockImplementation(() => {
      runtime.id = undefined;
      return Promise.reject(new Error('Extension context invalidated.'));
    });
    expect(await replyTo('status.view')).toMatchObject({ ok: false });
    expect(runtime.sendMessage).toHaveBeenCalledTimes(1);
  });
});
