// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { RecordView } from '@/lib/views/wireless';
import { managedRecord as managed } from './states.fixture';
import { RecordNote } from './record-note';

type Managed = Extract<RecordView, { kind: 'managed' }>;

const now = Date.parse('2026-03-05T12:00:00Z');
const onOpenOptions = vi.fn();

function note(changes: Partial<Managed> = {}): HTMLElement {
  render(<RecordNote view={{ ...managed, ...changes }} now={now} onOpenOptions={onOpenOptions} />);
  return screen.getByRole('region', { name: 'Datto Networking' });
}

afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

describe('the note on a record', () => {
  it('says who keeps it, since when, what becomes of edits and where to change it', () => {
    const { textContent } = note();
    for (const words of [
      'This record is managed by Datto Networking for IT Glue.',
      'Synced 5 minutes ago',
      'Edits here are overwritten; change the network in Datto Network Manager',
    ])
      expect(textContent).toContain(words);
  });

  it('names network and SSID as they are', () => {
    const names = [...note().querySelectorAll('bdi')].map((each) => each.textContent);
    expect(names).toEqual(['northwind  traders', 'شبكة <b>']);
  });

  it('says nothing of a time before there is one', () => {
    expect(note({ syncedAt: null }).textContent).not.toContain('Synced');
  });

  it.each([
    ['archived', { archived: true }, /no Wi-Fi key to document any more/],
    ['switched off', { on: false }, /no longer kept current/],
    ['both', { on: false, archived: true }, /no longer kept current/],
  ])('is quieter and promises nothing when %s', (_, changes, sentence) => {
    const shown = note(changes);
    expect(shown.textContent).toMatch(sentence);
    expect(shown.textContent).not.toMatch(/Synced|overwritten/);
    expect(shown.querySelector('strong')).toBeNull();
  });

  it.each([true, false])('opens the options (on: %s)', (on) => {
    note({ on });
    fireEvent.click(screen.getByRole('button', { name: 'Open options' }));
    expect(onOpenOptions).toHaveBeenCalledOnce();
  });

  it.each([{}, { archived: true }])('gives axe nothing to find: %o', async (changes) => {
    const { violations } = await axe.run(note(changes), {
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});
