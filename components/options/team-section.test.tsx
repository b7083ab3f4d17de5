// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { organizationId } from '@/lib/model/ids';
import type { NotShared } from '@/lib/model/team-sharing';
import type { TeamView } from '@/lib/views/team';
import { fakeClient, sampleOptions } from '@/components/state/client.fixture';
import { sharedTeam } from './states.fixture';
import { TeamSection } from './team-section';

afterEach(cleanup);

function open(view: Partial<TeamView>, startable = true) {
  const now = { view: { ...sharedTeam, ...view } };
  const background = fakeClient({
    'team.view': () => now.view,
    ...(startable && {
      'team.start': () => {
        now.view = { ...now.view, notShared: null };
        return null;
      },
    }),
    'team.refresh': () => null,
  });
  const section = <TeamSection client={background.client} view={sampleOptions} status={null} />;
  return { ...background, ...render(section) };
}

describe('leaving', () => {
  it('is asked about first, and says what happens', async () => {
    const { requests } = open({});
    fireEvent.click(await screen.findByRole('button', { name: 'Leave' }));
    const dialog = await screen.findByRole('dialog', { name: 'Leave the team?' });
    expect(dialog.textContent).toContain('What is not shared yet is shared first');
    within(dialog).getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
    expect(requests('team.leave')).toEqual([]);
  });

  it('says how many decisions could not be shared, and goes on when asked to', async () => {
    const { requests, answers } = open({});
    answers['team.leave'] = ({ anyway }: { anyway: boolean }) => ({ unshared: anyway ? 0 : 4 });
    fireEvent.click(await screen.findByRole('button', { name: 'Leave' }));
    const dialog = within(await screen.findByRole('dialog'));
    dialog.getByLabelText('Remove it').click();
    await expect
      .poll(() => dialog.getByLabelText<HTMLInputElement>('Remove it').checked)
      .toBe(true);
    dialog.getByRole('button', { name: 'Leave' }).click();
    await dialog.findByText(/^4 decisions could not be shared with your team\./);
    dialog.getByRole('button', { name: 'Leave anyway' }).click();
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
    expect(requests('team.leave').map(({ request }) => request)).toEqual([
      { listed: 'remove', anyway: false },
      { listed: 'remove', anyway: true },
    ]);
  });

  it('says why it did not work', async () => {
    open({});
    fireEvent.click(await screen.findByRole('button', { name: 'Leave' }));
    const dialog = within(await screen.findByRole('dialog'));
    dialog.getByRole('button', { name: 'Leave' }).click();
    expect((await dialog.findByRole('alert')).textContent).toContain('Not left.');
  });

  it('can be taken back', async () => {
    const { requests, answers } = open({ notShared: 'left', browsers: [] });
    answers['team.join'] = () => null;
    fireEvent.click(await screen.findByRole('button', { name: 'Join again' }));
    expect(requests('team.join')).toHaveLength(1);
    expect(screen.queryByRole('button', { name: 'Leave' })).toBeNull();
  });
});

describe('the team', () => {
  it('is shown with its browsers, and what no other can see yet', async () => {
    const { container } = open({});
    expect((await screen.findByRole('status')).textContent).toContain(
      'Shared with your team through IT Glue.',
    );
    const table = within(screen.getByRole('table', { name: 'Browsers' }));
    expect(table.getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual([
      'Ada Lovelace (this browser)',
      'No user chosen',
    ]);
    expect(container.textContent).toContain('Not shared yet: 2 decisions.');
    expect((await axe.run(container)).violations).toEqual([]);
  });

  it('is started by an Administrator', async () => {
    open({ notShared: 'not-started', browsers: [] });
    fireEvent.click(await screen.findByRole('button', { name: 'Share with your team' }));
    expect(await screen.findByText('Shared with your team through IT Glue.')).toBeTruthy();
  });

  it('asks where to keep what is shared, where IT Glue does not say', async () => {
    const { requests } = open({
      notShared: 'no-home',
      homes: [{ id: organizationId(7), name: 'The MSP' }],
    });
    const start = await screen.findByRole<HTMLButtonElement>('button', {
      name: 'Share with your team',
    });
    expect(start.disabled).toBe(true);
    fireEvent.change(screen.getByLabelText('Organization that keeps what is shared'), {
      target: { value: '7' },
    });
    fireEvent.click(start);
    expect(await screen.findByText('Shared with your team through IT Glue.')).toBeTruthy();
    expect(requests('team.start')).toMatchObject([{ request: { home: '7' } }]);
  });

  it('says why it could not be started', async () => {
    open({ notShared: 'not-started' }, false);
    fireEvent.click(await screen.findByRole('button', { name: 'Share with your team' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Something went wrong');
  });

  it.each<[NotShared, string | null]>([
    ['not-started', 'Refresh'],
    ['type-disabled', 'Refresh'],
    ['fields-missing', 'Refresh'],
    ['no-home', 'Refresh'],
    ['text-changed', 'Refresh'],
    ['not-connected', null],
  ])('offers others than Administrators what they can do: %s', async (notShared, offered) => {
    open({ notShared, permitted: false });
    await screen.findByRole('status');
    expect(screen.queryAllByRole('button').map(({ textContent }) => textContent)).toEqual(
      offered === null ? [] : [offered],
    );
  });

  it('warns of an older version, an unreachable IT Glue and a claim that does not count', async () => {
    const { container } = open({
      outdated: true,
      problem: { kind: 'offline', side: 'itglue' },
      notAccepted: [{ user: 'Carl', setting: 'auto-create' }],
    });
    await screen.findByRole('status');
    expect(container.textContent).toContain('older than your team');
    expect(container.textContent).toContain('It is tried again by itself.');
    expect(container.textContent).toContain('Carl switched Auto-Create, but may not');
  });
});
