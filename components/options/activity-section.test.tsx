// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RequestOf, ResponseOf } from '@/lib/messages/protocol';
import { deviceKey } from '@/lib/model/device';
import { fakeClient, sampleOptions } from '@/components/state/client.fixture';
import { ActivitySection } from './activity-section';

type Line = ResponseOf<'activity.list'>['rows'][number];

const line = (id: number, name = `Device ${id}`): Line => ({
  id,
  at: '2026-03-05T10:00:00.000Z',
  who: 'Ada',
  event: { kind: 'device-ignored', deviceKey: deviceKey('switch', String(id)), name },
});

/** A background with these lines, newest first, that gives at most so many at a time. */
function open(lines: readonly Line[], most = Infinity) {
  const list = ({ before, text, limit }: RequestOf<'activity.list'>) => {
    const fitting = lines.filter(
      ({ id, event }) => id < (before ?? Infinity) && JSON.stringify(event).includes(text),
    );
    const rows = fitting.slice(0, Math.min(limit, most));
    const last = rows.at(-1);
    return { rows, before: last && rows.length < fitting.length ? last.id : null };
  };
  const background = fakeClient({ 'activity.list': list });
  const section = <ActivitySection client={background.client} view={sampleOptions} status={null} />;
  return { ...background, ...render(section) };
}
const many = (count: number) => Array.from({ length: count }, (_, at) => line(count - at));
const shown = () => screen.queryAllByRole('listitem');

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
    for (const words of ['Mar 5, 2026', 'Sync failed', 'Sync · no answer in time'])
      expect(first?.textContent).toContain(words);
    expect(first?.querySelector('time')?.dateTime).toBe('2026-03-05T10:00:00.000Z');
    expect(second?.textContent).toContain('Device SW-01 ignoredAda');
  });

  it('shows more on demand, until all is shown', async () => {
    open(many(120));
    await expect.poll(() => shown().length).toBe(50);
    fireEvent.click(screen.getByRole('button', { name: 'Show more' }));
    await expect.poll(() => shown().length).toBe(100);
    fireEvent.click(screen.getByRole('button', { name: 'Show more' }));
    await expect.poll(() => shown().length).toBe(120);
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  it('filters as the person types, and says when nothing fits', async () => {
    open([line(3, 'Attic'), line(2, 'Lobby'), line(1, 'Attic 2')]);
    await expect.poll(() => shown().length).toBe(3);
    const filter = screen.getByLabelText('Filter');
    fireEvent.input(filter, { target: { value: ' Attic ' } });
    await expect.poll(() => shown().length).toBe(2);
    fireEvent.input(filter, { target: { value: 'Cellar' } });
    await screen.findByText('No line fits “Cellar”.');
  });

  it('follows what happens', async () => {
    const { answers, change } = open([line(1)]);
    await expect.poll(() => shown().length).toBe(1);
    answers['activity.list'] = () => ({ rows: [line(2, 'New one'), line(1)], before: null });
    change();
    await expect.poll(() => shown()[0]?.textContent).toContain('New one');
  });

  it('says that nothing has happened yet, or why it cannot tell', async () => {
    const { answers, change } = open([]);
    await screen.findByText('Nothing has happened yet.');
    delete answers['activity.list'];
    change();
    await screen.findByRole('button', { name: 'Retry' });
  });

  it('gives axe nothing to find', async () => {
    const { container } = open(many(60));
    await expect.poll(() => shown().length).toBe(50);
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
    await expect.poll(() => shown().length).toBe(50);
    press();
    await screen.findByText('120 lines exported');
    await expect.poll(() => saved.length).toBe(1);
    expect(saved[0]?.name).toMatch(/^datto-networking-activity-\d{4}-\d\d-\d\d\.csv$/);
    expect(saved[0]?.content).toMatch(/^\uFEFFWhen,Who,What,Why\r\n/);
    expect(saved[0]?.content.trimEnd().split('\r\n')).toHaveLength(121);
    expect(requests('activity.list').at(-1)?.request).toMatchObject({ before: 21 });
  });

  it('saves only what fits the filter, typed a moment ago', async () => {
    open([line(3, 'Attic'), line(2, '=Lobby'), line(1, 'Attic 2')]);
    await expect.poll(() => shown().length).toBe(3);
    fireEvent.input(screen.getByLabelText('Filter'), { target: { value: 'Attic' } });
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
