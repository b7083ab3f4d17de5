/** Orders numerical ids without turning them into numbers, which would lose digits. */
export const compareIds = (a: string, b: string): number =>
  a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
