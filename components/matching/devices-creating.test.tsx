// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DecisionRefusal } from '@/lib/model/decision-refusal';
import { deviceKey } from '@/lib/model/device';
import type { CreationPreview, CreationView } from '@/lib/views/matching';
import { all, button, core, hall, open } from './devices-level.fixture';
import { fakeLayout } from './layout.fixture';
import { sampleBatch } from './tenant.fixture';

beforeEach(() => {
  history.replaceState(null, '', '#organization/7');
  fakeLayout();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('creating configurations', () => {
  const preview = {
    rows: [
      {
        deviceKey: deviceKey('switch', '2'),
        name: 'Core',
        nameCut: false,
        sameName: null,
        mac: 'AC:86:74:30:00:02',
        ip: '10.0.0.2',
        serialNumber: null,
        type: 'Switch',
        model: 'AP840',
      },
    ],
    left: [{ deviceKey: deviceKey('router', '9'), name: 'D200', why: 'no-type' as const }],
  };

  it('waits for the decision about a suggestion by MAC or IP, and says so', async () => {
    const { requests } = open(all);
    const create = await button('Create Configuration for Lobby');
    expect(create.getAttribute('aria-disabled')).toBe('true');
    const why = document.getElementById(create.getAttribute('aria-describedby')!);
    expect(why?.textContent).toBe('Decide the suggestion by MAC or IP first.');
    create.click();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect((await button('Create all remaining')).disabled).toBe(true);
    expect(screen.getByText('Decide 1 suggestion by MAC or IP first.')).toBeTruthy();
    expect(requests('creation.preview')).toEqual([]);
  });

  it('shows what will be written and what not, and starts only that', async () => {
    const { answers, requests } = open([core, hall]);
    answers['creation.preview'] = () => preview;
    (await button('Create all remaining')).click();
    const dialog = within(await screen.findByRole('dialog'));
    const table = within(await dialog.findByRole('table'));
    expect(table.getAllByRole('row')[1]?.textContent).toBe(
      'CoreSwitchAC:86:74:30:00:0210.0.0.2—AP840',
    );
    expect(dialog.getByText('no configuration type is chosen for its kind')).toBeTruthy();
    expect(requests('creation.start')).toEqual([]);
    dialog.getByRole('button', { name: 'Create 1 configuration' }).click();
    expect(await screen.findByText(/^The creation of 1 configuration was started/)).toBeTruthy();
    expect(requests('creation.start')[0]?.request).toEqual({
      organizationId: '7',
      deviceKeys: ['switch:2'],
    });
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
  });

  it('creates only the rows that are chosen, and says whose name is taken', async () => {
    const { answers, requests } = open([core, hall]);
    const [row] = preview.rows;
    answers['creation.preview'] = (): CreationPreview => ({
      left: [],
      rows: [
        { ...row!, sameName: 'configuration' },
        { ...row!, deviceKey: deviceKey('switch', '3'), name: 'Hall', sameName: 'row' },
        { ...row!, deviceKey: deviceKey('switch', '4'), name: 'Attic', sameName: 'suggestion' },
      ],
    });
    (await button('Create all remaining')).click();
    const dialog = within(await screen.findByRole('dialog'));
    await dialog.findByRole('button', { name: 'Create 3 configurations' });
    expect(dialog.getByText('a suggested configuration has this name')).toBeTruthy();
    expect(dialog.getByText('a configuration has this name')).toBeTruthy();
    expect(dialog.getByText('same name as another row')).toBeTruthy();
    dialog.getByRole('checkbox', { name: 'Create Core' }).click();
    await dialog.findByRole('button', { name: 'Create 2 configurations' });
    dialog.getByRole('checkbox', { name: 'Create Attic' }).click();
    await dialog.findByRole('button', { name: 'Create 1 configuration' });
    const all = dialog.getByRole<HTMLInputElement>('checkbox', { name: 'Create all' });
    await expect.poll(() => all.indeterminate).toBe(true);
    dialog.getByRole('button', { name: 'Create 1 configuration' }).click();
    await expect.poll(() => requests('creation.start')).toHaveLength(1);
    expect(requests('creation.start')[0]?.request).toMatchObject({ deviceKeys: ['switch:3'] });
  });

  it('takes all rows or none by the box of the head', async () => {
    const { answers } = open([core, hall]);
    const [row] = preview.rows;
    answers['creation.preview'] = (): CreationPreview => ({
      left: [],
      rows: [row!, { ...row!, deviceKey: deviceKey('switch', '3'), name: 'Hall' }],
    });
    (await button('Create all remaining')).click();
    const dialog = within(await screen.findByRole('dialog'));
    const all = await dialog.findByRole('checkbox', { name: 'Create all' });
    all.click();
    const create = await dialog.findByRole<HTMLButtonElement>('button', {
      name: 'Create Configuration',
    });
    expect(create.disabled).toBe(true);
    all.click();
    await dialog.findByRole('button', { name: 'Create 2 configurations' });
  });

  it('says in the dialog why it was not started', async () => {
    const { answers } = open([core]);
    answers['creation.preview'] = () => preview;
    answers['creation.start'] = () => ({ ok: false, refusal: { kind: 'not-permitted' } });
    (await button('Create Configuration for Core')).click();
    const dialog = within(await screen.findByRole('dialog'));
    (await dialog.findByRole('button', { name: 'Create 1 configuration' })).click();
    expect((await dialog.findByRole('alert')).textContent).toContain('do not allow this');
  });

  type Row = CreationView['rows'][number];
  const creation: CreationView = {
    id: 'b1',
    state: 'open',
    created: 1,
    refused: 2,
    stopped: 0,
    total: 5,
    rows: (
      [
        ['A', 'created'],
        ['B', 'found'],
        ['C', 'waiting'],
        [
          'D',
          'refused',
          {
            kind: 'problem',
            problem: { kind: 'refused', side: 'itglue', detail: 'Name is not allowed' },
          },
        ],
        ['E', 'refused', { kind: 'decided-meanwhile' }],
      ] satisfies [string, Row['state'], DecisionRefusal?][]
    ).map(([name, state, refusal], place) => ({
      deviceKey: deviceKey('switch', String(place)),
      name,
      state,
      refusal: refusal ?? null,
      configurationId: null,
      missing: null,
    })),
  };

  it('shows its progress with a result for each row, those refused first', async () => {
    open([core], sampleBatch({ creation }));
    const area = within(await screen.findByRole('region', { name: 'Creating configurations' }));
    const bar = area.getByRole<HTMLProgressElement>('progressbar');
    expect([bar.value, bar.max]).toEqual([4, 5]);
    expect(area.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Drefused: Name is not allowed',
      'Erefused: Another decision about this device was made meanwhile; look at it before you decide again.',
      'Acreated',
      'Bfound in IT Glue by its MAC and matched',
      'Cwaiting',
    ]);
    expect((await button('Create all remaining')).disabled).toBe(true);
  });

  it('can be stopped, and says then what was not sent', async () => {
    const { requests } = open([core], sampleBatch({ creation }));
    (await button('Stop')).click();
    await expect.poll(() => requests('creation.stop')[0]?.request).toEqual({ id: 'b1' });
    cleanup();
    open([core], sampleBatch({ creation: { ...creation, state: 'done', stopped: 7 } }));
    const area = within(await screen.findByRole('region', { name: 'The creation was stopped' }));
    expect(area.getByText('7 not created, they can be created again')).toBeTruthy();
  });

  it('shows what was refused once more before it is created again', async () => {
    const { answers, requests } = open(
      [core],
      sampleBatch({ creation: { ...creation, state: 'done' } }),
    );
    answers['creation.preview'] = () => preview;
    (await button('Create refused ones again')).click();
    await screen.findByRole('dialog');
    await expect
      .poll(() => requests('creation.preview')[0]?.request)
      .toMatchObject({ deviceKeys: ['switch:3', 'switch:4'] });
  });

  it('is there after a reload, until its result is dismissed', async () => {
    const { requests } = open([core], sampleBatch({ creation: { ...creation, state: 'done' } }));
    (await button('Dismiss')).click();
    expect(requests('creation.dismiss')[0]?.request).toEqual({ id: 'b1' });
  });
});
