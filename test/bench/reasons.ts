/** Why an aim is missed, by the row's name: what was measured and tried. Anything else that misses fails the bench. */
export const reasons: Readonly<Record<string, string>> = {
  'worker-bytes':
    "142 KiB are the project's own code, 20 the recognition's words, 43 libraries; the small build of zod, no polyfill and no messaging library took 29 off",
  'matching-bytes':
    'nine of them are the virtual list, nine Preact with signals, twelve the page itself; dialogs, findings and what else opens on a click are loaded then',
  suggestions:
    'of the 66 ms that 20 times as fast would be, the index of 5,000 organizations alone takes 55; words read once, letters looked for only where there may be some and lost candidates given up made it three times as fast at equal answers',
  'first-sync':
    'of the 1.3 s beyond the floor half come after the last answer (see the next row), and half in the first second, in which the one thread that sends the requests also matches the networks and reads pages of 1,000 configurations: 86 requests go out where 216 do in each later one',
  'first-sync-rest':
    'that a device departed is only known when every network was listed, so devices are matched after the last answer: 0.65 of 5.1 s for 2,600 matches with three indexes each and as many lines of activity; smaller commits made it longer (13.6 %)',
  'second-sync':
    "Datto's lists have no “changed since”: 801 of the 805 requests are those of the first sync, and the last of them is sent after 4.3 of the 4.8 s",
  'largest-sync':
    'as of the smaller, and twenty thousand matches after the last answer where that has 2,600; 3.5 times the floor while each commit was followed by a status that counted whole tables, 1.9 now, on two slow cores',
  'largest-sync-answer':
    '8 of some 200 answers took over 150 ms: the first, which nothing was read before, behind a commit of 1,000 configurations, and those that found the thread matching; 2.4 s while each answer waited for a commit of its own',
  'largest-sync-progress':
    'it moves with a commit, and the longest is a page of 1,000 configurations: 2.1 s on two slow cores, in which the same thread matches the networks; 2.7 s before',
  store:
    'the floor has neither indexes nor matches: bare puts in one transaction of exactly the rows that the stages write, with their indexes, take 1.6 times as long, and the stages 1.15 to 1.4 times that',
  'matching-open':
    'of an answer of 1.2 MB half was the message and half reading whole tables: now a window of the rows is sent and what was read is kept, and what is left is loading the page itself, whose scripts are fifteen files, and the first answer of a worker, which reads the tables whole',
};
