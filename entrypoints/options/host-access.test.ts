import { beforeEach, expect, it, vi } from 'vitest';
import type { Client } from '@/components/state/client';
import { withHostAccess } from './host-access';

const permissions = vi.hoisted(() => ({ request: vi.fn(), contains: vi.fn() }));
const hosts = vi.hoisted(() => ['https://api.example/*']);
vi.mock('wxt/browser', () => ({
  browser: { permissions, runtime: { getManifest: () => ({ host_permissions: hosts }) } },
}));

const keys = { region: 'us', subdomain: 'acme' } as const;
const sent = vi.fn();
const send = withHostAccess(sent as Client['send']);
const denied = {
  ok: true,
  value: { ok: false, failures: [{ field: 'form', reason: 'no-host-access' }] },
};

beforeEach(() => {
  vi.resetAllMocks();
  sent.mockResolvedValue({ ok: true, value: { ok: true } });
});

it('asks for the hosts in the very turn of the click', () => {
  permissions.request.mockResolvedValue(true);
  void send('connection.connect', keys);
  expect(permissions.request).toHaveBeenCalledExactlyOnceWith({ origins: hosts });
});

it('sends the keys once the hosts are granted', async () => {
  permissions.request.mockResolvedValue(true);
  expect(await send('connection.connect', keys)).toEqual({ ok: true, value: { ok: true } });
  expect(sent).toHaveBeenCalledWith('connection.connect', keys);
});

it('sends no key when the hosts are refused, and says so', async () => {
  permissions.request.mockResolvedValue(false);
  expect(await send('connection.connect', keys)).toEqual(denied);
  expect(sent).not.toHaveBeenCalled();
});

it.each([true, false])(
  'goes by what is granted already (%s) where the browser does not let it ask',
  async (granted) => {
    permissions.request.mockRejectedValue(new Error('not a user action'));
    permissions.contains.mockResolvedValue(granted);
    const reply = await send('connection.connect', keys);
    expect(reply).toEqual(granted ? { ok: true, value: { ok: true } } : denied);
  },
);

it('asks for nothing with any other message', async () => {
  await send('options.view');
  expect(permissions.request).not.toHaveBeenCalled();
  expect(sent).toHaveBeenCalledWith('options.view');
});
