import { describe, expect, it } from 'vitest';
import { best } from './search';

const rows = ['Lobby', 'Main Lobby', 'Lobby West', 'Hobby room', 'Kitchen'].map((name) => ({
  name,
}));
const found = (text: string) => best(text, rows, ({ name }) => [name]).map(({ name }) => name);

describe('searching as you type', () => {
  it('puts what is equal first, then what begins so, then a word that begins so, then the rest', () => {
    expect(found('LOBBY')).toEqual(['Lobby', 'Lobby West', 'Main Lobby']);
    expect(found('obby')).toEqual(['Hobby room', 'Lobby', 'Lobby West', 'Main Lobby']);
  });

  it('finds every word anywhere, in any order', () => {
    expect(found('west lob')).toEqual(['Lobby West']);
    expect(found('lobby kitchen')).toEqual([]);
  });

  it('lists everything for no text, by name', () => {
    expect(found('  ')).toEqual(['Hobby room', 'Kitchen', 'Lobby', 'Lobby West', 'Main Lobby']);
  });
});
