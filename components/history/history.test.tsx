// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, expect, it, vi } from 'vitest';
import { problems } from '@/components/state/problems.fixture';
import type { Period } from '@/lib/model/history';
import { History } from './history';
import {
  accessPointHistory,
  askHistory,
  clientsHistory,
  powerHistory,
  readAt,
  reachWith,
  repeaterHistory,
} from './history.fixture';

afterEach(cleanup);
const settled = () => act(() => Promise.resolve());
type Answers = Parameters<typeof askHistory>[0];

async function show(kind: 'access-point' | 'managed-power', answers: Answers) {
  const ask = askHistory(answers);
  const asked: string[] = [];
  const counted = Object.fromEntries(
    Object.entries(ask).map(([name, question]) => [
      name,
      (period: Period) => {
        asked.push(`${name} ${period}`);
        return (question as (period: Period) => Promise<unknown>)(period);
      },
    ]),
  ) as unknown as typeof ask;
  const { container } = render(<History kind={kind} ask={counted} now={readAt + 60_000} />);
  await settled();
  return { asked, container };
}
const press = async (name: string | RegExp) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settled();
};

it('says when an access point was down, draws it, and has it as a table', async () => {
  const { asked, container } = await show('access-point', { accessPoint: accessPointHistory() });
  expect(asked).toEqual(['accessPoint day']);
  expect(screen.getByText('Down 02:10 to 02:55 (45m)')).toBeTruthy();
  expect(screen.getByRole('img', { name: '1 outage, 45m in all.' })).toBeTruthy();
  expect(container.querySelectorAll('.chart-down')).toHaveLength(1);
  expect(screen.getByText(/^All times are in \S.*\.$/)).toBeTruthy();
  await press('Show table: Check-ins');
  const rows = within(screen.getByRole('region', { name: 'Check-ins' })).getAllByRole('row');
  expect(rows.map(({ textContent }) => textContent)).toEqual([
    'FromToStatus',
    'Mar 4, 11:5802:10Up',
    '02:1002:55Down',
    '02:5511:58Up',
  ]);
  const { violations } = await axe.run(container);
  expect(violations.map(({ id }) => id)).toEqual([]);
});

it.each([
  [[[24, 20]], 'Down before Mar 4, 15:58'],
  [[[1.5, 0]], 'Down since 10:28 (1h 30m)'],
  [[[24, 0]], 'Down all this time'],
] as const)('says which end of an outage is known: %j', async (down, words) => {
  await show('access-point', { accessPoint: accessPointHistory({}, reachWith(down)) });
  expect(screen.getByText(words)).toBeTruthy();
});

it('says of holes that nothing is known there, and of a whole day nothing of the kind', async () => {
  const hour = 3_600_000;
  const reach = [
    { up: true, from: readAt - 5 * hour, to: readAt - 3 * hour },
    { up: true, from: readAt - 2 * hour, to: readAt },
  ];
  await show('access-point', { accessPoint: accessPointHistory({}, reach) });
  expect(screen.getByText(/Where nothing is drawn/)).toBeTruthy();
  cleanup();
  await show('access-point', { accessPoint: accessPointHistory() });
  expect(screen.queryByText(/Where nothing is drawn/)).toBeNull();
});

it('asks again for another time only, and for clients only once they are wanted', async () => {
  const { asked } = await show('access-point', {
    accessPoint: accessPointHistory(),
    clients: clientsHistory(),
  });
  await press('Week');
  expect(screen.getByRole('button', { name: 'Week' }).getAttribute('aria-pressed')).toBe('true');
  await press('Show clients');
  expect(asked).toEqual(['accessPoint day', 'accessPoint week', 'clients week']);
});

it('names clients by their configurations, and says what is known of the others', async () => {
  await show('access-point', { accessPoint: accessPointHistory(), clients: clientsHistory() });
  await press('Show clients');
  const table = within(screen.getByRole('region', { name: 'Clients' }));
  const link = table.getByRole('link', { name: 'NWT-LAP-07' });
  expect(link.getAttribute('href')).toBe('/2/configurations/100203');
  expect(table.getByText(/private address/).textContent).toContain('DA:A1:19:00:11:22');
  expect(table.getByText('no MAC')).toBeTruthy();
});

it('shows few of thousands of clients at first, and finds one by a part of its MAC', async () => {
  await show('access-point', {
    accessPoint: accessPointHistory(),
    clients: clientsHistory(4_000),
  });
  await press('Show clients');
  const rows = () => within(screen.getByRole('region', { name: 'Clients' })).getAllByRole('row');
  expect(rows()).toHaveLength(21);
  await press('Show 100 more');
  expect(rows()).toHaveLength(121);
  fireEvent.input(screen.getByLabelText('Find a client'), { target: { value: 'F5:00:0F:9F' } });
  expect(rows()).toHaveLength(2);
  expect(rows()[1]?.textContent).toContain('Client 4000');
});

it('draws no line across a hole, and reads every figure by the arrow keys', async () => {
  const { container } = await show('access-point', { accessPoint: repeaterHistory() });
  const path = container.querySelector('.chart-line')?.getAttribute('d') ?? '';
  expect(path.match(/M/g)).toHaveLength(2);
  const slider = screen.getByRole('slider', { name: 'Speed through the mesh' });
  fireEvent.input(slider, { target: { value: '0' } });
  expect(slider.getAttribute('aria-valuetext')).toMatch(
    /^Mar 4, 11:58, Speed through the mesh 3\d(\.\d)? Mb\/s$/,
  );
  fireEvent.input(slider, { target: { value: '95' } });
  expect(slider.getAttribute('aria-valuetext')).toMatch(/ —$/);
});

it('draws one sample as a dot', async () => {
  const { container } = await show('managed-power', {
    power: {
      ...powerHistory(0),
      outlets: [{ id: '1', label: null, watts: [{ at: readAt - 60_000, value: 8 }] }],
      voltage: [],
    },
  });
  expect(container.querySelectorAll('.chart-dot')).toHaveLength(1);
});

it('draws each outlet’s line, with watts', async () => {
  const { container } = await show('managed-power', { power: powerHistory(12) });
  expect(container.querySelectorAll('.chart-line')).toHaveLength(13);
  expect(screen.getByText('Firewall')).toBeTruthy();
  expect(screen.getByText('Outlet 3')).toBeTruthy();
  const { violations } = await axe.run(container);
  expect(violations.map(({ id }) => id)).toEqual([]);
});

it('says why there is no history, and asks again on request', async () => {
  const { asked } = await show('access-point', { accessPoint: problems['out-of-reach'] });
  await press('Retry');
  expect(asked).toHaveLength(2);
  expect(screen.getByRole('button', { name: 'Show clients' })).toBeTruthy();
});

it('keeps what it shows while another time cannot be had', async () => {
  let fails = false;
  const good = askHistory({ accessPoint: accessPointHistory() });
  const bad = askHistory({ accessPoint: problems.offline });
  const accessPoint = vi.fn((period: Period) => (fails ? bad : good).accessPoint(period));
  render(<History kind="access-point" ask={{ ...good, accessPoint }} now={readAt} />);
  await settled();
  fails = true;
  await press('Month');
  expect(screen.getByText('Down 02:10 to 02:55 (45m)')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Retry' })).toBeTruthy();
});
