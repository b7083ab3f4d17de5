import fc from 'fast-check';

/** Any JSON, and often what servers put in place of a value. */
export const anyJson = fc.oneof(
  fc.constantFrom<unknown>(0, 1, '', '0', '1', 'true', false, true, null, [], {}, '40', -1, 1e21),
  fc.jsonValue(),
);
