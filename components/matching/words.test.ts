import { describe, expect, it } from 'vitest';
import type { OrganizationReason } from '@/lib/model/match';
import type { DecisionRefusal, UndoView } from '@/lib/views/matching';
import { refusalText } from './refusal-text';
import { choiceName, inSentence, reasonText, undoText } from './words';

describe('reasons in words', () => {
  it.each<[OrganizationReason, string]>([
    [{ kind: 'same-name' }, 'same name'],
    [{ kind: 'legal-form', form: 'Inc.' }, "same name without 'Inc.'"],
    [{ kind: 'spelling' }, 'same name, spelled differently'],
    [{ kind: 'site', site: 'Denver' }, "site 'Denver'"],
    [{ kind: 'short-name' }, 'short name'],
    [{ kind: 'acronym', letters: 'BHDC' }, "acronym 'BHDC'"],
    [{ kind: 'similar' }, 'typing error'],
    [{ kind: 'abbreviation' }, 'abbreviation'],
    [{ kind: 'part', missing: 'Dental Clinic' }, "part of its name, without 'Dental Clinic'"],
  ])('%o is "%s"', (reason, text) => {
    expect(reasonText(reason)).toBe(text);
  });
});

describe('a name in a sentence', () => {
  it('is cut when it is very long, between characters', () => {
    const cut = inSentence('🏢'.repeat(500));
    expect(cut).toBe(`${'🏢'.repeat(79)}…`);
  });

  it('does not reorder the words around it when it runs from right to left', () => {
    expect(inSentence('שלום')).toBe('\u2068שלום\u2069');
    expect(inSentence('Acme')).toBe('Acme');
  });
});

describe('refusals', () => {
  it.each<[DecisionRefusal, string]>([
    [{ kind: 'decided-meanwhile' }, 'Somebody decided about this device meanwhile.'],
    [{ kind: 'configuration-taken', by: 'Lobby' }, 'Lobby has this configuration already.'],
    [{ kind: 'gone', name: 'AP-1' }, 'AP-1 is no longer in IT Glue.'],
    [{ kind: 'gone', name: '' }, 'It is no longer in IT Glue.'],
    [
      { kind: 'exists', name: 'Acme' },
      'IT Glue has Acme by now; look at it before creating another.',
    ],
    [{ kind: 'row-gone' }, 'Datto no longer has this device.'],
    [{ kind: 'not-permitted' }, 'Your role or groups in IT Glue do not allow this.'],
    [{ kind: 'suggestion-undecided' }, 'Decide its MAC or IP suggestion first.'],
    [
      { kind: 'problem', problem: { kind: 'offline', side: 'itglue' } },
      'Not done. No connection to IT Glue.',
    ],
  ])('%o is a sentence', (refusal, sentence) => {
    expect(refusalText(refusal, 'device')).toBe(sentence);
  });

  it("repeats IT Glue's words where it refused, and no others", () => {
    const told = (kind: 'refused' | 'server') =>
      refusalText(
        { kind: 'problem', problem: { kind, side: 'itglue', detail: 'Name is too long' } },
        'network',
      );
    expect(told('refused')).toContain('Name is too long');
    expect(told('server')).not.toContain('Name is too long');
  });
});

describe('what Undo takes back', () => {
  it.each<[UndoView, string]>([
    [{ action: 'match', count: 1, name: 'Acme' }, 'match of Acme'],
    [{ action: 'unmatch', count: 1, name: 'Acme' }, 'unmatching of Acme'],
    [{ action: 'ignore', count: 1, name: 'Acme' }, 'ignoring of Acme'],
    [{ action: 'unignore', count: 1, name: 'Acme' }, 'end of ignoring Acme'],
    [{ action: 'accept-all', count: 12, name: null }, '12 accepted suggestions'],
  ])('%o is "%s"', (undo, text) => {
    expect(undoText(undo)).toBe(text);
  });
});

it('names a choice by what tells it from the others', () => {
  const all = [
    { name: 'Acme', facts: ['ACM', null] },
    { name: 'Acme', facts: ['ACM2', null] },
    { name: 'Beta', facts: ['B'] },
  ];
  const name = (place: number, among = all) =>
    choiceName(
      all[place]!,
      among,
      (each) => each.name,
      (each) => each.facts,
    );
  expect([0, 1, 2].map((place) => name(place))).toEqual(['Acme, ACM', 'Acme, ACM2', 'Beta']);
  expect(name(0, [all[0]!])).toBeUndefined();
});
