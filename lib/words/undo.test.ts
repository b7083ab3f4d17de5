import { describe, expect, it } from 'vitest';
import type { UndoOffer } from '@/lib/model/undo-view';
import type { Subject } from './refusals';
import { notUndoneText, undoText, undoneText } from './undo';

const offer = (action: UndoOffer['action'], count: number, name: string | null): UndoOffer => ({
  step: 1,
  action,
  count,
  name,
});

describe('what Undo takes back', () => {
  it.each<[UndoOffer, Subject, string]>([
    [offer('match', 1, 'Acme'), 'network', 'Match Acme'],
    [offer('ignore', 12, null), 'device', 'Ignore 12 devices'],
    [offer('unignore', 3, null), 'network', 'Stop Ignoring 3 networks'],
    [offer('accept-all', 12, null), 'device', 'Accept 12 suggestions'],
    [offer('accept-all', 1, 'Lobby'), 'device', 'Accept for Lobby'],
    [offer('create', 20, null), 'device', 'Create 20 configurations'],
    [offer('create', 1, 'Acme Corp'), 'network', 'Create Acme Corp'],
    [offer('change-match', 2, 'Lobby'), 'device', 'Change Match to Lobby'],
    [offer('legitimate', 2, null), 'finding', '2 findings as legitimate'],
  ])('%o of a %s is "%s"', (undo, subject, text) => {
    expect(undoText(undo, subject)).toBe(text);
  });
});

it('names the rows that it leaves as they are, with who decided them, and how many others there are', () => {
  expect(
    notUndoneText({
      count: 4,
      first: [
        { name: 'Lobby', why: 'decided', by: 'Ada' },
        { name: 'Attic', why: 'taken', by: 'Van' },
      ],
    }),
  ).toBe(
    'Left as it is: Lobby (Ada decided it since), Attic (Van has its configuration), and 2 others.',
  );
});

it('says what it took back, what is being archived, and what stays in IT Glue', () => {
  expect(undoneText(offer('create', 2, null), 'device', { archiving: 2 })).toBe(
    'Undone: Create 2 configurations. 2 configurations are being archived in IT Glue.',
  );
  const staying = { staying: ['Acme Corp'] };
  expect(undoneText(offer('create', 1, 'Acme Corp'), 'network', staying)).toBe(
    'Undone: Create Acme Corp. Acme Corp stays in IT Glue, which lets no app remove organizations: remove it there if it is not wanted.',
  );
});
