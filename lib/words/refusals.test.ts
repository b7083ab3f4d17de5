import { describe, expect, it } from 'vitest';
import type { DecisionRefusal } from '@/lib/model/decision-refusal';
import { refusalText } from './refusals';

describe('refusals', () => {
  it.each<[DecisionRefusal, string]>([
    [
      { kind: 'decided-meanwhile' },
      'Another decision about this device was made meanwhile; look at it before you decide again.',
    ],
    [
      { kind: 'configuration-taken', by: 'Lobby' },
      'Lobby has this configuration already; unmatch it there first, or choose another.',
    ],
    [
      { kind: 'gone', name: 'AP-1' },
      'AP-1 is no longer in IT Glue; the next sync takes it out of the lists.',
    ],
    [
      { kind: 'gone', name: '' },
      'It is no longer in IT Glue; the next sync takes it out of the lists.',
    ],
    [
      { kind: 'exists', name: 'Acme' },
      'IT Glue has Acme by now; look at it before creating another.',
    ],
    [{ kind: 'row-gone' }, 'Datto no longer has this device, so there is nothing to decide.'],
    [
      { kind: 'not-permitted' },
      'Your role or groups in IT Glue do not allow this; an administrator of IT Glue can change them.',
    ],
    [{ kind: 'suggestion-undecided' }, 'Decide its MAC or IP suggestion first.'],
    [
      { kind: 'problem', problem: { kind: 'offline', side: 'itglue' } },
      'Not done. No connection to IT Glue. Try again in a moment.',
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
