import { expect, it } from 'vitest';
import {
  ann,
  attic,
  ben,
  decideDevice,
  decisions,
  lobby,
  share,
  useCompany,
  vendors,
} from './company.fixture';

useCompany();

const started = async () => {
  await ann.ask('team.start', { home: null });
  await share(ben, ann);
};
const asked = () => vendors.requests.all({ api: 'itglue' }).length;
const listed = async () => (await ann.ask('team.view')).browsers.length;

it('what is decided and not shared yet is shared before a browser leaves, and then no more', async () => {
  await started();
  await decideDevice(ben, lobby, 'ignore');
  expect(await ben.ask('team.leave', { listed: 'keep', anyway: false })).toEqual({ unshared: 0 });
  await share(ann);
  expect((await decisions(ann)).matches).toEqual((await decisions(ben)).matches);
  expect(await ben.ask('team.view')).toMatchObject({ notShared: 'left', browsers: [] });
  expect(await listed()).toBe(2);

  // From here on each is alone.
  await decideDevice(ben, attic, 'ignore');
  await decideDevice(ann, lobby, 'unignore');
  await share(ben, ann, ben);
  await ben.sync();
  const ignored = async (world: typeof ann) =>
    (await decisions(world)).matches.filter(({ state }) => state === 'ignored').length;
  expect([await ignored(ann), await ignored(ben)]).toEqual([0, 2]);

  // Joined again both have what either decided since.
  await ben.ask('team.join');
  await share(ann, ben);
  expect((await decisions(ben)).matches).toEqual((await decisions(ann)).matches);
  expect([await ignored(ann), await ignored(ben)]).toEqual([1, 1]);
});

it('a browser that leaves takes itself out of the list where it is asked to', async () => {
  await started();
  expect(await listed()).toBe(2);
  await ben.ask('team.leave', { listed: 'remove', anyway: false });
  await ann.sync();
  vendors.clock.pass(25 * 60 * 60_000);
  await share(ann);
  expect(await listed()).toBe(1);
  await ben.ask('team.join');
  await share(ann);
  expect(await listed()).toBe(2);
});

it('without anything to share leaving and disconnecting ask IT Glue for nothing', async () => {
  await started();
  vendors.requests.clear();
  await ben.ask('team.leave', { listed: 'keep', anyway: false });
  await ann.ask('connection.disconnect', { documented: 'keep' });
  expect(asked()).toBe(0);
});

it.each(['team.leave', 'connection.disconnect'] as const)(
  '%s tells how many decisions could not be shared, and does it anyway when asked to',
  async (name) => {
    await started();
    vendors.faults.add({
      kind: 'answer',
      status: 400,
      body: {},
      api: 'itglue',
      method: 'POST',
      path: '/flexible_assets',
      times: Infinity,
    });
    await decideDevice(ben, lobby, 'ignore');
    await decideDevice(ben, attic, 'ignore');
    const leave = (anyway: boolean) =>
      name === 'team.leave'
        ? ben.ask(name, { listed: 'keep', anyway })
        : ben.ask(name, { documented: 'keep', anyway });
    expect(await leave(false)).toEqual({ unshared: 2 });
    expect((await decisions(ben)).matches).not.toEqual([]);
    expect(await leave(true)).toEqual({ unshared: 0 });
    const { notShared } = await ben.ask('team.view');
    expect(notShared).toBe(name === 'team.leave' ? 'left' : 'not-connected');
  },
);

it('waits no longer than it is to', async () => {
  await started();
  vendors.faults.add({
    kind: 'hang',
    effect: 'before',
    api: 'itglue',
    method: 'POST',
    path: '/flexible_assets',
  });
  await decideDevice(ben, lobby, 'ignore');
  const { team } = await ben.services();
  expect(await team.shareRest(AbortSignal.abort())).toBe(1);
});
