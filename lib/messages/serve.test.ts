import { expect, it, vi } from 'vitest';
import { serve, type Handlers, type RouterOptions } from './router';

type Listener = Parameters<Parameters<typeof serve>[0]['addListener']>[0];
const heard: Listener[] = [];

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
serve({ addListener: (listener) => void heard.push(listener) }, handlers, options);
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
  expect(heard[0]?.(message, sender, respond)).toBe(false);
  expect(respond).toHaveBeenCalledExactlyOnceWith({
    ok: false,
    problem: { kind: 'not-permitted' },
  });
  expect(reached).toEqual([]);
});

it('a message that there is comes to its handler, and is answered later', async () => {
  const respond = vi.fn();
  expect(heard[0]?.({ name: 'status.view' }, sender, respond)).toBe(true);
  await expect.poll(() => respond.mock.calls).toEqual([[{ ok: true, value: null }]]);
  expect(reached).toEqual(['status.view']);
});
