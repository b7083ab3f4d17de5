import { expect, it, vi } from 'vitest';
import type { Handlers, RouterOptions } from './router';

type Listener = (message: unknown, sender: unknown, respond: (reply: unknown) => void) => boolean;
const heard = vi.hoisted((): { listener: Listener | null } => ({ listener: null }));
vi.mock('wxt/browser', () => ({
  browser: {
    runtime: { onMessage: { addListener: (listener: Listener) => (heard.listener = listener) } },
  },
}));
const { serve } = await import('./router');

const reached: string[] = [];
const handlers = new Proxy({} as Handlers, {
  get: (_handlers, name) => (reached.push(String(name)), () => Promise.resolve(null)),
});
const options: RouterOptions = {
  id: 'extension',
  origin: 'https://extension.example',
  isPortal: () => Promise.resolve(true),
  atPace: () => true,
  toProblem: () => ({ kind: 'internal' }),
};
serve(handlers, options);
const sender = { id: 'extension', url: 'https://extension.example/options.html' };

it.each([
  [{ name: 'no such message' }],
  [{ name: 'constructor' }],
  [{ name: '__proto__' }],
  [{ name: 'toString', request: {} }],
  [{ name: 3 }],
  [{ request: {} }],
  ['status.view'],
  [null],
  [undefined],
])('%j is refused at once as not permitted, and reaches nothing', (message) => {
  const respond = vi.fn();
  expect(heard.listener?.(message, sender, respond)).toBe(false);
  expect(respond).toHaveBeenCalledExactlyOnceWith({
    ok: false,
    problem: { kind: 'not-permitted' },
  });
  expect(reached).toEqual([]);
});

it('a message that there is comes to its handler, and is answered later', async () => {
  const respond = vi.fn();
  expect(heard.listener?.({ name: 'status.view' }, sender, respond)).toBe(true);
  await expect.poll(() => respond.mock.calls).toEqual([[{ ok: true, value: null }]]);
  expect(reached).toEqual(['status.view']);
});
