import { organizationId } from '@/lib/model/ids';
import { versionOf } from '@/lib/decisions/version';
import type { ConfigurationRow } from '@/test/simulator/itglue/state';
import type { ChaosBrowser } from './browser';
import type { Company } from './company';
import type { FaultyVendors } from './faulty-vendors';
import { devicesQuestion } from '@/lib/views/lists/question.fixture';

const minute = 60_000;

/** What happens in a company, the same in every run. */
export async function tell(
  { tenant, organizations }: Company,
  vendors: FaultyVendors,
  browser: ChaosBrowser,
): Promise<void> {
  const { itglue } = tenant;
  const { clock } = vendors;

  async function sync(): Promise<void> {
    await browser.page('sync.start');
    await browser.quiet();
  }
  /** As a person does who reads what was refused and asks again. */
  async function createAll(): Promise<void> {
    for (let turn = 0; turn < 4; turn++) {
      let open = 0;
      for (const { id } of organizations) {
        const asked = { organizationId: organizationId(id) };
        const devices = await browser.page('matching.devices', devicesQuestion(asked));
        const deviceKeys = devices?.ok ? [...devices.value.keys] : [];
        open += deviceKeys.length;
        if (deviceKeys.length > 0) await browser.page('creation.start', { ...asked, deviceKeys });
      }
      await browser.quiet();
      if (open === 0) return;
    }
  }
  /** As a person does who sees that the switch was not carried out. */
  async function autoCreate(on: boolean): Promise<void> {
    await browser.page('auto-create.save', { on });
    await browser.quiet();
    for (let turn = 0; turn < 4; turn++) {
      const view = await browser.page('auto-create.view');
      if (view?.ok && view.value.state === 'idle') return;
      await sync();
    }
  }
  const configuration = (name: string): ConfigurationRow =>
    [...itglue.configurations.values()].find((row) => row.name === name)!;

  await browser.world.iAm('1');
  // A person waits for the first sync to succeed, and for the users to be there.
  for (let turn = 0; turn < 10; turn++) {
    await sync();
    const status = await browser.page('status.view');
    const users = await browser.world.store.count('users');
    if (status?.ok && status.value.status.state === 'ok' && users > 0) break;
  }
  await createAll();
  await autoCreate(true);
  // A colleague at work in the portal.
  const stamp = new Date(clock.now()).toISOString();
  Object.assign(configuration('Printer'), { notes: 'moved to the attic', updatedAt: stamp });
  itglue.configurations.set('77', {
    ...structuredClone(configuration('Printer')),
    id: '77',
    name: 'Second printer',
    interfaces: [],
  });
  itglue.passwords.set('78', {
    id: '78',
    name: 'Door',
    organizationId: organizations[0]!.id,
    username: null,
    password: 'open',
    url: null,
    notes: null,
    passwordUpdatedAt: stamp,
    categoryId: null,
    resourceId: null,
    resourceType: null,
    archived: false,
    restricted: false,
    createdAt: stamp,
    updatedAt: stamp,
  });
  await autoCreate(false);
  await autoCreate(true);
  const network = [...(await browser.world.store.getAll('networkMatches'))].find(
    (match) => match.state === 'matched' && match.organizationId === organizations[1]!.id,
  );
  if (network) {
    await browser.page('matching.decide-network', {
      action: 'unmatch',
      networkId: network.networkId,
      version: versionOf(network),
    });
    await sync();
  }

  vendors.calm = true;
  // What a gateway still holds has its effect.
  await clock.wait(20 * minute);
  await sync();
  if (network) {
    const now = await browser.world.store.get('networkMatches', network.networkId);
    await browser.page('matching.decide-network', {
      action: 'match',
      networkId: network.networkId,
      organizationId: organizationId(organizations[1]!.id),
      version: versionOf(now),
    });
  }
  await sync();
  await createAll();
  await clock.wait(2 * 60 * minute);
  await sync();
  await sync();
}
