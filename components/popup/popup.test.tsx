// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AccessPoint } from '@/lib/model/device';
import { deviceKey } from '@/lib/model/device';
import { networkId } from '@/lib/model/ids';
import type { PanelView } from '@/lib/views/panel';
import type { StatusView } from '@/lib/views/status';
import type { IntegrationStatus } from '@/lib/model/integration-status';
import { fakeClient } from '@/components/state/client.fixture';
import { sampleStatus } from '@/lib/views/status.fixture';
import { unmatchedView } from '@/components/panel/states.fixture';
import { Popup } from './popup';

afterEach(cleanup);

function open(
  view: StatusView,
  panel: PanelView = { kind: 'none' },
  matching?: () => void,
  offered = true,
) {
  const background = fakeClient({
    'status.view': () => view,
    'popup.panel': () => panel,
    'popup.given-up': () => false,
    'sync.start': () => null,
    'vault.unlock': () => ({ right: true }),
    'welcome.view': () => ({ offered, portal: null, example: null }),
  });
  const options = vi.fn();
  const welcome = vi.fn();
  const page = render(
    <Popup
      client={background.client}
      options={options}
      welcome={welcome}
      {...(matching && { matching })}
    />,
  );
  return { ...background, ...page, options, welcome };
}

const withStatus = (status: IntegrationStatus): StatusView => ({ ...sampleStatus, status });
const button = (name: string) => screen.findByRole<HTMLButtonElement>('button', { name });

describe('Popup', () => {
  it('counts networks and devices by what became of them', async () => {
    open(sampleStatus);
    const table = await screen.findByRole('table');
    const cells = within(table)
      .getAllByRole('row')
      .map((row) => [...row.children].map((cell) => cell.textContent));
    expect(cells).toEqual([
      ['', 'Matched', 'Unmatched', 'Ignored'],
      ['Networks', '13', '2', '1'],
      ['Devices', '118', '32', '4'],
    ]);
  });

  it('counts for a Manager what is theirs, and says so', async () => {
    open({ ...sampleStatus, access: 'own' }, undefined, vi.fn());
    expect(await screen.findByRole('table', { name: 'In your organizations' })).toBeTruthy();
    expect(await button('Open matching')).toBeTruthy();
  });

  it('offers neither counts nor the matching page to who may not match', async () => {
    open({ ...sampleStatus, access: 'panels' }, undefined, vi.fn());
    expect(await button('Sync now')).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Open matching' })).toBeNull();
  });

  it('starts a sync', async () => {
    const { requests } = open(sampleStatus);
    (await button('Sync now')).click();
    expect(requests('sync.start')).toHaveLength(1);
  });

  describe('while the keys are locked', () => {
    const unlock = async (passphrase: string) => {
      fireEvent.input(await screen.findByLabelText('Passphrase'), {
        target: { value: passphrase },
      });
      (await button('Unlock')).click();
    };

    it('says so with the counts, asks for the passphrase, and offers no sync', async () => {
      const { requests } = open(withStatus({ state: 'locked', passphrase: 'set' }));
      const field = await screen.findByLabelText('Passphrase');
      await expect.poll(() => document.activeElement === field).toBe(true);
      expect(screen.getByText('Locked')).toBeTruthy();
      expect(screen.getByText('after unlocking')).toBeTruthy();
      expect((await button('Sync now')).disabled).toBe(true);
      await unlock('nine quiet ferries');
      expect(requests('vault.unlock')).toMatchObject([
        { request: { passphrase: 'nine quiet ferries' } },
      ]);
    });

    it('says that a passphrase is wrong, and lets it be typed again', async () => {
      const { answers } = open(withStatus({ state: 'locked', passphrase: 'set' }));
      answers['vault.unlock'] = () => ({ right: false });
      await unlock('nine loud ferries');
      expect((await screen.findByRole('alert')).textContent).toBe(
        'This is not the passphrase. Try again.',
      );
      const field = screen.getByLabelText('Passphrase');
      expect(field.getAttribute('aria-invalid')).toBe('true');
      await expect.poll(() => document.activeElement === field).toBe(true);
    });

    it('sends nothing where nothing is typed', async () => {
      const { requests } = open(withStatus({ state: 'locked', passphrase: 'set' }));
      (await button('Unlock')).click();
      await screen.findByText('Enter the passphrase.');
      expect(requests('vault.unlock')).toEqual([]);
    });
  });

  it('says why a sync was not started', async () => {
    const { answers } = open(sampleStatus);
    delete answers['sync.start'];
    (await button('Sync now')).click();
    expect((await screen.findByRole('alert')).textContent).toContain('The sync was not started.');
    expect((await button('Sync now')).disabled).toBe(false);
  });

  it('shows stage and progress of a running sync, and offers no second one', async () => {
    open({
      ...withStatus({ state: 'syncing', stage: 'devices', done: 3, total: 16 }),
      nextSync: null,
    });
    expect((await screen.findByText('Next sync')).nextSibling?.textContent).toBe('after this one');
    expect((await button('Sync now')).disabled).toBe(true);
    const bar = screen.getByRole<HTMLProgressElement>('progressbar', { name: /devices, 3\/16/ });
    expect([bar.value, bar.max]).toEqual([3, 16]);
  });

  it('follows a sync to its end', async () => {
    const { answers, change } = open(
      withStatus({ state: 'syncing', stage: 'networks', done: 0, total: 1 }),
    );
    expect((await button('Sync now')).disabled).toBe(true);
    answers['status.view'] = () => sampleStatus;
    change();
    await expect.poll(async () => (await button('Sync now')).disabled).toBe(false);
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  it('leads to the options, and nowhere else, while nothing is connected', async () => {
    const { options } = open(withStatus({ state: 'not-connected' }));
    (await button('Options')).click();
    expect(options).toHaveBeenCalledOnce();
    expect(screen.getAllByRole('button')).toHaveLength(1);
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('names the side whose credentials failed, and does not offer to sync', async () => {
    open(withStatus({ state: 'credentials-failed', side: 'itglue', detail: null }));
    expect(await screen.findByText('Credentials failed')).toBeTruthy();
    expect(screen.getByText(/^IT Glue/)).toBeTruthy();
    expect((await button('Sync now')).disabled).toBe(true);
    expect(screen.getByText('after the keys are entered again')).toBeTruthy();
  });

  it('says which networks could not be read, each counted once, and which rows were left out', async () => {
    const problem = { kind: 'not-permitted', side: 'datto' } as const;
    open({
      ...sampleStatus,
      lastSync: {
        at: '2026-03-05T10:00:00Z',
        problems: [
          { stage: 'networks', networkId: networkId(1), subject: 'Acme Main', problem },
          { stage: 'devices', networkId: networkId(1), subject: 'Acme Main', problem },
          { stage: 'devices', networkId: networkId(2), subject: '<b>Beta</b>', problem },
        ],
        skipped: [
          {
            stage: 'devices',
            subject: 'switch in Acme',
            id: '18',
            fields: [{ field: 'mac', expected: 'string' }],
          },
        ],
        oddFields: [
          { kind: 'switch', field: 'summary_info.lifecycle', count: 3, type: 'string', lost: true },
          { kind: 'network', field: 'latitude', count: 1, type: 'string', lost: false },
        ],
      },
    });
    const list = await screen.findByLabelText('2 networks could not be read');
    expect(list.textContent).toContain('Acme Main');
    expect(list.textContent).toContain('<b>Beta</b>');
    const rows = screen.getByLabelText('1 row could not be read and is left out');
    expect(rows.textContent).toMatch(/switch in Acme.*18.*“mac” is not text/);
    expect(rows.parentElement?.textContent).toContain('Each sync tries again');
    const fields = screen.getByLabelText('2 fields do not come as documented');
    expect([...fields.children].map(({ textContent }) => textContent)).toEqual([
      'Switches summary_info.lifecyclesent as text in 3 rows, left out',
      'Networks latitudesent as text in 1 row, understood',
    ]);
  });

  it('shows the device of the configuration page in front', async () => {
    open(sampleStatus, {
      kind: 'device',
      device: {
        kind: 'access-point',
        key: deviceKey('access-point', '7'),
        name: 'Reception',
        status: 'down',
        firmware: '7.0.12',
        clients: 0,
      } as AccessPoint,
    } as Extract<PanelView, { kind: 'device' }>);
    const line = await screen.findByRole('region', { name: 'On this page' });
    expect(line.textContent).toContain('Reception');
    expect(line.textContent).toContain('0 clients · Firmware 7.0.12');
    expect(line.textContent).toContain('Down');
  });

  it('says that the page in front keeps removing its panel', async () => {
    const { answers, change } = open(sampleStatus);
    await screen.findByRole('table');
    expect(screen.queryByText(/keeps removing the panel/)).toBeNull();
    answers['popup.given-up'] = () => true;
    change();
    expect(await screen.findByText(/keeps removing the panel/)).toBeDefined();
  });

  it('says why there is no device, and leads back to a configuration that is ignored', async () => {
    const view = unmatchedView('organization-unmatched');
    const { answers, change, requests } = open(sampleStatus, view);
    const line = await screen.findByRole('region', { name: 'On this page' });
    expect(line.textContent).toBe('No Datto network is matched to this organization.');
    answers['popup.panel'] = () => ({ ...view, ignored: true, mayMatch: true });
    answers['matching.ignore-configuration'] = () => ({ ok: true, count: 1 });
    change();
    (await button('Stop Ignoring')).click();
    expect(requests('matching.ignore-configuration').map(({ request }) => request)).toEqual([
      { ...view.page, ignored: false },
    ]);
    expect(line.textContent).toContain('This configuration is ignored.');
  });

  it('says why a configuration is still ignored', async () => {
    const { answers } = open(
      sampleStatus,
      unmatchedView('device-unmatched', { ignored: true, mayMatch: true }),
    );
    const refusal = { kind: 'not-permitted' } as const;
    answers['matching.ignore-configuration'] = () => ({ ok: false, refusal });
    (await button('Stop Ignoring')).click();
    await screen.findByText(/^Your role or groups in IT Glue do not allow this/);
  });

  it('offers the matching page where there is one', async () => {
    const matching = vi.fn();
    open(sampleStatus, { kind: 'none' }, matching);
    (await button('Open matching')).click();
    expect(matching).toHaveBeenCalledOnce();
  });

  it('tells what of the team’s decisions is not as it ought to be', async () => {
    const since = '2026-03-05T09:00:00Z';
    open({
      ...sampleStatus,
      team: {
        shared: true,
        waiting: 4,
        unreached: true,
        syncing: { by: 'Grace Hopper', since },
        outdated: true,
      },
    });
    expect(await screen.findByText('Shared with your team through IT Glue.')).toBeTruthy();
    expect(screen.getByText(/^Another browser is syncing \(Grace Hopper, since /)).toBeTruthy();
    expect(screen.getByText(/^Not shared yet: 4 decisions\. IT Glue could not be/)).toBeTruthy();
    expect(screen.getByText(/older than your team's\. Update it/)).toBeTruthy();
  });

  it('says that another switched Auto-Create off, and lets who may take it back', async () => {
    const off = { who: 'Grace Hopper', at: '2026-03-05T09:00:00Z', until: '2999-03-05T10:05:00Z' };
    const { requests, answers } = open({
      ...sampleStatus,
      switchedOff: { ...off, permitted: true },
    });
    answers['auto-create.save'] = () => null;
    await screen.findByText(
      /^Grace Hopper switched Auto-Create off for the whole company at .+ leaves records and passwords as they are until /,
    );
    screen.getByRole('button', { name: 'Keep documenting' }).click();
    expect(requests('auto-create.save')).toMatchObject([{ request: { on: true } }]);
    cleanup();

    open({ ...sampleStatus, switchedOff: { ...off, until: off.at, permitted: false } });
    await screen.findByText(/The next sync archives what is still documented\.$/);
    expect(screen.queryByRole('button', { name: 'Keep documenting' })).toBeNull();
  });

  it('leads to the first run before keys, and to the options alone where that is not offered', async () => {
    const { welcome, options } = open(withStatus({ state: 'not-connected' }));
    (await button('Enter keys')).click();
    expect(welcome).toHaveBeenCalledOnce();
    cleanup();
    const other = open(withStatus({ state: 'not-connected' }), { kind: 'none' }, undefined, false);
    (await button('Options')).click();
    expect(other.options).toHaveBeenCalledExactlyOnceWith('connection');
    expect(screen.queryByRole('button', { name: 'Enter keys' })).toBeNull();
    expect(options).not.toHaveBeenCalled();
  });

  it('asks again on Retry when the background did not answer', async () => {
    const { client, answers } = fakeClient({});
    render(<Popup client={client} options={vi.fn()} welcome={vi.fn()} />);
    answers['status.view'] = () => sampleStatus;
    (await button('Retry')).click();
    expect(await button('Sync now')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it.each<IntegrationStatus>([
    { state: 'not-connected' },
    { state: 'ok', at: '2026-03-05T10:00:00Z' },
    { state: 'syncing', stage: 'devices', done: 3, total: 16 },
    { state: 'credentials-failed', side: 'datto', detail: null },
  ])('has nothing that axe objects to: $state', async (status) => {
    const { container } = open(withStatus(status));
    await button('Options');
    expect((await axe.run(container)).violations).toEqual([]);
  });
});
