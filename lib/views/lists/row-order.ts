/** Alike to people: letter case aside, numbers by their value. Creating one takes long, using it does not. */
const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** What a column sorts by; `null` comes last in either direction. */
export type SortValue = string | number | null;

/** The rows in order, those that are equal in the order of their names, then of their keys. */
export function ordered<Row>(
  rows: readonly Row[],
  value: (row: Row) => SortValue,
  tie: { name: (row: Row) => string; key: (row: Row) => string },
  descending: boolean,
): Row[] {
  const direction = descending ? -1 : 1;
  return rows
    .map((row) => ({ row, value: value(row), name: tie.name(row), key: tie.key(row) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null) {
        if (a.value !== b.value) return a.value === null ? 1 : -1;
      } else {
        const order = compare(a.value, b.value) * direction;
        if (order !== 0) return order;
      }
      return collator.compare(a.name, b.name) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
    })
    .map(({ row }) => row);
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : collator.compare(String(a), String(b));
}
