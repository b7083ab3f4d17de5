/** Names of customers are not bounded, the words they are made of nearly are. */
const maxWords = 20_000;

/** What is read of a word by itself, read once for the same word. */
export function remembered<Reading>(read: (word: string) => Reading): (word: string) => Reading {
  const readings = new Map<string, Reading>();
  return (word) => {
    const known = readings.get(word);
    if (known !== undefined) return known;
    const reading = read(word);
    if (readings.size < maxWords) readings.set(word, reading);
    return reading;
  };
}
