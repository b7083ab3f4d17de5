/** Why an aim is missed, by the row's name: what was measured and tried. Anything else that misses fails the bench. */
export const reasons: Readonly<Record<string, string>> = {
  'worker-bytes':
    "109 KiB are the project's own code, 20 the recognition's words, 34 libraries; the small build of zod, no polyfill and no messaging library took 29 off",
  suggestions:
    'of the 66 ms that 20 times as fast would be, the index of 5,000 organizations alone takes 55; words read once, letters looked for only where there may be some and lost candidates given up made it three times as fast at equal answers',
  'second-sync':
    "Datto's lists have no “changed since”: the same requests as of the first sync, which by bare fetch alone take 0.4 of it",
  store:
    'the floor has neither indexes nor matches: bare puts in one transaction of all that the stages write, with their indexes, take 1.3 times as long; reads at once instead of row by row, shared commits and shared reads took 5.7 to 4.1',
  'panel-shift':
    'the portal moves by itself while it loads: 0.00012 without a panel, 0.00016 with one, where 0.1 counts as good',
  'matching-open':
    'three fifths are the answer of the worker: 1.2 MB with all 5,000 rows, read from whole tables; the dialogs and findings are loaded only when opened',
};
