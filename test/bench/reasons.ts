/** Why an aim is missed, by the row's name: what was measured and tried. Anything else that misses fails the bench. */
export const reasons: Readonly<Record<string, string>> = {};
