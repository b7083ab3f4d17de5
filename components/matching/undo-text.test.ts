import { describe, expect, it } from 'vitest';
import type { UndoView } from '@/lib/views/matching';
import { undoText } from './undo-text';

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
