// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RequestOf, ResponseOf } from '@/lib/messages/protocol';
import { deviceKey } from '@/lib/model/device';
import { organizationId } from '@/lib/model/ids';
import { fakeLayout } from '@/components/matching/layout.fixture';
import { fakeClient, sampleOptions } from '@/components/state/client.fixture';
import { ActivitySection } from './activity-section';

type Line = ResponseOf<'activity.list'>['rows'][number];

const line = (id: number, name = `Device ${id}`): Line => ({
  id,
  at: '2026-03-05T10:00:00.000Z',
  who: 'Ada',
  event: { kind: 'device-ignored', deviceKey: deviceKey('switch', String(id)), name },
});

const fits = ({ event }: Line, text: string) => JSON.stringify(event).includes(text);
const groupOf = (one: Line): Group => ({ id: one.id, run: null, head: one, count: 1, failures: 0 });
type Group = ResponseOf<'activity.groups'>['groups'][number];

/** A background with these lines, newest first, that gives at most so many at a time. */
function open(lines: readonly Line[], most = Infinity, groups = lines.map(groupOf)) {
  const list = ({ before, text, limit }: RequestOf<'activity.list'>) => {
    const fitting = lines.filter(
      ({ id, event }) => id < (before ?? Infinity) && JSON.stringify(event).includes(text),
    );
    const rows = fitting.slice(0, Math.min(limit, most));
    const last = rows.at(-1);
    return { rows, before: last && rows.length < fitting.length ? last.id : null };
  };
  const grouped = ({ before, text, limit }: RequestOf<'activity.groups'>) => {
    const fitting = groups.filter(
      ({ id, head }) => id < (before ?? Infinity) && fits({ ...head, id }, text),
    );
    const shown = fitting.slice(0, limit);
    return { groups: shown, before: shown.length < fitting.length ? shown.at(-1)!.id : null };
  };
  const background = fakeClient({
    'activity.list': list,
    'activity.groups': grouped,
    'activity.choices': () => ({
      people: ['Ada', 'sync'],
      organizations: [{ id: organizationId(2), name: 'Acme' }],
    }),
  });
  const section = <ActivitySection client={background.client} view={sampleOptions} status={null} />;
  return { ...background, ...render(section) };
}
const many = (count: number) => Array.from({ length: count }, (_, at) => line(count - at));
const shown = () => screen.queryAllByRole('listitem');

beforeEach(fakeLayout);
let saved: { name: string; content: string }[];
beforeEach(() => {
  saved = [];
  let blob: Blob | null = null;
  vi.spyOn(URL, 'createObjectURL').mockImplementation((given) => {
    blob = given as Blob;
    return 'blob:file';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    expect(this.href).toBe('blob:file');
    const name = this.download;
    // `text()` would take the BOM away.
    void blob?.arrayBuffer().then((bytes) => {
      const content = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
      saved.push({ name, content });
    });
  });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('the activity list', () => {
  it('says when, who, what and why', async () => {
    open([
      { ...line(2), event: { kind: 'sync-failed', reason: 'timeout' }, who: 'sync' },
      line(1, 'SW-01'),
    ]);
    const [first, second] = await screen.findAllByRole('listitem');
    for (const words of ['Mar 5, 2026', 'Sync failed', 'no answer in time'])
      expect(first?.textContent).toContain(words);
    expect(first?.querySelector('time')?.dateTime).toBe('2026-03-05T10:00:00.000Z');
    expect(second?.textContent).toContain('Device SW-01 ignored');
  });

  it('says that it is read, until it is there', async () => {
    open([line(1)]);
    expect(screen.getByText('Reading what is stored…')).toBeTruthy();
    await expect.poll(() => shown().length).toBe(1);
    expect(screen.queryByText('Reading what is stored…')).toBeNull();
  });

  it('has only what is in sight in the page, and asks for more when that comes near its end', async () => {
    const { requests } = open(many(5_000));
    await expect.poll(() => shown().length).toBeGreaterThan(5);
    expect(shown().length).toBeLessThan(50);
    expect(requests('activity.groups').length).toBeLessThan(4);
    expect(shown()[0]?.getAttribute('aria-setsize')).toBe('-1');
  });

  it('asks for what is typed and chosen, and says when nothing fits', async () => {
    const { requests } = open([line(3, 'Attic'), line(2, 'Lobby'), line(1, 'Attic 2')]);
    await expect.poll(() => shown().length).toBe(3);
    const search = screen.getByLabelText('Search');
    fireEvent.input(search, { target: { value: ' Attic ' } });
    await expect.poll(() => shown().length).toBe(2);
    fireEvent.change(screen.getByLabelText('About'), { target: { value: 'writes' } });
    fireEvent.change(await screen.findByLabelText('Who'), { target: { value: '=Ada' } });
    fireEvent.change(screen.getByLabelText('Organization'), { target: { value: '2' } });
    fireEvent.input(screen.getByLabelText('From'), { target: { value: '2026-03-05' } });
    fireEvent.click(screen.getByLabelText('Failures only'));
    await expect
      .poll(() => requests('activity.groups').at(-1)?.request)
      .toMatchObject({
        text: 'Attic',
        topics: ['writes'],
        who: 'Ada',
        organizationId: '2',
        from: new Date('2026-03-05T00:00:00.000').toISOString(),
        failures: true,
      });
    fireEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
    await expect.poll(() => shown().length).toBe(3);
    fireEvent.input(search, { target: { value: 'Cellar' } });
    await screen.findByText('No line fits the search and the filters.');
  });

  it('tells a run in one line, which opens to its lines', async () => {
    const lines = [line(2, 'Attic'), line(1, 'Lobby')];
    const run = { id: 2, run: 'r', head: lines[0]!, count: 2, failures: 1 };
    const { requests } = open(lines, Infinity, [run]);
    const button = await screen.findByRole('button', { name: /2 entries.*1 failed/ });
    fireEvent.click(button);
    await expect.poll(() => shown().length).toBe(3);
    expect(requests('activity.list').at(-1)?.request).toMatchObject({ run: 'r', before: null });
    expect(button.getAttribute('aria-expanded')).toBe('true');
    fireEvent.click(button);
    await expect.poll(() => shown().length).toBe(1);
  });

  it('opens what was written to its fields, before and after, and never shows a key', async () => {
    const changes = [
      { field: 'Location', before: 'Attic', after: 'Lobby' },
      { field: 'Pre-shared Key' },
    ];
    const event = { kind: 'updated', resource: 'record', name: 'Guest', changes } as const;
    open([{ ...line(1), event }]);
    fireEvent.click(await screen.findByRole('button', { name: /Record Guest updated/ }));
    const [first, second] = await screen.findAllByRole('definition');
    expect(first?.textContent).toBe('before Attic → now Lobby');
    expect(second?.textContent).toBe('a key, which is neither kept nor shown here');
  });

  it('follows what happens', async () => {
    const { answers, change } = open([line(1)]);
    await expect.poll(() => shown().length).toBe(1);
    answers['activity.groups'] = () => ({
      groups: [line(2, 'New one'), line(1)].map(groupOf),
      before: null,
    });
    change();
    await expect.poll(() => shown()[0]?.textContent).toContain('New one');
  });

  it('says that nothing has happened yet, or why it cannot tell', async () => {
    const { answers, change } = open([]);
    await screen.findByText('Nothing has happened yet.');
    delete answers['activity.groups'];
    change();
    await screen.findByRole('button', { name: 'Retry' });
  });

  it('gives axe nothing to find', async () => {
    const { container } = open(many(60));
    await expect.poll(() => shown().length).toBeGreaterThan(5);
    const { violations } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});

describe('Export CSV', () => {
  const press = () => fireEvent.click(screen.getByRole('button', { name: 'Export CSV' }));

  it('saves every line, also those not shown, however many messages that takes', async () => {
    const { requests } = open(many(120), 50);
    await expect.poll(() => shown().length).toBeGreaterThan(5);
    press();
    await screen.findByText('120 lines exported');
    await expect.poll(() => saved.length).toBe(1);
    expect(saved[0]?.name).toMatch(/^datto-networking-activity-\d{4}-\d\d-\d\d\.csv$/);
    expect(saved[0]?.content).toMatch(/^\uFEFFWhen,Who,What,Why,Changes\r\n/);
    expect(saved[0]?.content.trimEnd().split('\r\n')).toHaveLength(121);
    expect(requests('activity.list').at(-1)?.request).toMatchObject({ before: 21 });
  });

  it('saves only what fits the filter, typed a moment ago', async () => {
    open([line(3, 'Attic'), line(2, '=Lobby'), line(1, 'Attic 2')]);
    await expect.poll(() => shown().length).toBe(3);
    fireEvent.input(screen.getByLabelText('Search'), { target: { value: 'Attic' } });
    press();
    await expect.poll(() => saved.length).toBe(1);
    expect(saved[0]?.content).not.toContain('Lobby');
    expect(saved[0]?.content).toContain('Device Attic 2 ignored');
  });

  it('saves no half of it, and says why', async () => {
    const { answers } = open([line(1)]);
    await expect.poll(() => shown().length).toBe(1);
    delete answers['activity.list'];
    press();
    await screen.findByText(/^Not exported\./);
    expect(saved).toEqual([]);
  });
});
