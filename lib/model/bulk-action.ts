/** What can be done about many rows at once. */
export const bulkActions = [
  'accept',
  'match',
  'ignore',
  'unmatch',
  'unignore',
  'legitimate',
  'not-legitimate',
] as const;
export type BulkAction = (typeof bulkActions)[number];
