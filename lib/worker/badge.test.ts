import { expect, it, vi } from 'vitest';
import { sampleStatus } from '@/lib/views/status.fixture';
import type { StatusView } from '@/lib/views/status';
import { MadeUpChrome } from '@/test/world/made-up-chrome';
import { createBadge } from './badge';

const none = { matched: 0, unmatched: 0, ignored: 0 };

async function badgeOf(view: Partial<StatusView>) {
  const chrome = new MadeUpChrome();
  await createBadge(chrome.action)({ ...sampleStatus, ...view });
  return [chrome.badge.text, chrome.badge.title];
}

it('counts what is to be matched, and says of what and whose', async () => {
  expect(await badgeOf({})).toEqual([
    '34',
    'Datto Networking for IT Glue: 2 networks and 32 devices to match',
  ]);
  expect(await badgeOf({ access: 'own', networks: none })).toEqual([
    '32',
    'Datto Networking for IT Glue: 32 devices to match in your organizations',
  ]);
});

it('says what of it is new', async () => {
  const fresh = { networks: 1, devices: 3, findings: 0 };
  expect((await badgeOf({ fresh }))[1]).toBe(
    'Datto Networking for IT Glue: 2 networks and 32 devices to match, new since you looked last: 1 network and 3 devices',
  );
});

it('is the name alone where there is nothing to match, or nobody may', async () => {
  const name = 'Datto Networking for IT Glue';
  expect(await badgeOf({ access: 'panels', networks: none, devices: none })).toEqual(['', name]);
  expect(await badgeOf({ status: { state: 'not-connected' } })).toEqual(['', name]);
});

it('asks the browser only for what it does not show yet, and again after a failure', async () => {
  const chrome = new MadeUpChrome();
  const set = vi.spyOn(chrome.action, 'setBadgeText');
  const show = createBadge(chrome.action);
  await show(sampleStatus);
  await show({ ...sampleStatus, nextSync: '2026-01-02T00:00:00Z' });
  expect(set).toHaveBeenCalledTimes(1);
  set.mockRejectedValueOnce(new Error('no window'));
  const other = { ...sampleStatus, networks: none };
  await expect(show(other)).rejects.toThrow('no window');
  await show(other);
  expect(chrome.badge.text).toBe('32');
});
