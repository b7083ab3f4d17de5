import { sharedTeam } from '@/components/options/states.fixture';
import { startable } from '@/lib/words/team';
import { problems } from '@/components/state/problems.fixture';
import { organizationId } from '@/lib/model/ids';
import type { NotShared } from '@/lib/model/team-sharing';
import { sampleOptions } from '@/components/state/client.fixture';
import type { TeamView } from '@/lib/views/team';
import { acts, fails, pending, press, pressEach, tick } from './acts';
import type { Entry } from './entry';
import { sectionEntries } from './options-section';

const entry = sectionEntries('team', { 'team.view': () => sharedTeam });

/** Every reason for which decisions stay in this browser. */
const reasons = {
  'not-started': true,
  'type-disabled': true,
  'fields-missing': true,
  'no-home': true,
  'text-changed': true,
  left: true,
  'not-connected': true,
} as const satisfies Record<NotShared, true>;

const at = (name: string, team: Partial<TeamView>) =>
  entry(name, { answers: { 'team.view': () => ({ ...sharedTeam, ...team }) } });

const alone = (notShared: string, permitted: boolean): Partial<TeamView> => ({
  notShared: notShared as NotShared,
  permitted,
  browsers: [],
  readAt: null,
  waiting: 0,
});

const long = 'Ada Lovelace-Byron-Wentworth of the Analytical Engines and Difference Department';

export const teamEntries: readonly Entry[] = [
  at('shared', {}),
  at('shared by nobody else yet', { browsers: sharedTeam.browsers.slice(0, 1), waiting: 0 }),
  ...Object.keys(reasons).flatMap((reason) => [
    at(reason, alone(reason, true)),
    ...(startable.has(reason as NotShared)
      ? [at(`${reason}, for others than Administrators`, alone(reason, false))]
      : []),
  ]),
  at('no-home, with organizations to choose from', {
    ...alone('no-home', true),
    homes: [{ id: organizationId(7), name: 'The MSP' }],
  }),
  entry('no-home, set by the company', {
    answers: {
      'team.view': () => ({
        ...sharedTeam,
        ...alone('no-home', true),
        homes: [{ id: organizationId(7), name: 'The MSP' }],
      }),
    },
    view: {
      managed: {
        ...sampleOptions.managed,
        fields: ['teamHome'],
        values: { teamHome: organizationId(7) },
      },
    },
  }),
  at('out of reach', { problem: problems.offline }),
  at('outdated, with decisions not accepted', {
    outdated: true,
    notAccepted: [
      { user: long, setting: 'auto-create' },
      { user: '', setting: 'auto-create' },
      { user: 'Carl', setting: 'types' },
      { user: '', setting: 'types' },
    ],
    browsers: [
      ...sharedTeam.browsers,
      { ...sharedTeam.browsers[1]!, user: long, version: '10.0.0' },
    ],
  }),
  entry('leaving, the question', { act: press('Leave') }),
  entry('leaving, decisions that could not be shared', {
    answers: { 'team.leave': () => ({ unshared: 4 }) },
    act: acts(press('Leave'), tick('Keep it'), pressEach('Leave', 2)),
  }),
  entry('loading', { answers: { 'team.view': pending } }),
  entry('without a view', { answers: { 'team.view': fails(problems.storage) } }),
  entry('starting', {
    answers: {
      'team.view': () => ({ ...sharedTeam, ...alone('not-started', true) }),
      'team.start': pending,
    },
    act: press('Share with your team'),
  }),
  entry('not started by IT Glue', {
    answers: {
      'team.view': () => ({ ...sharedTeam, ...alone('not-started', true) }),
      'team.start': fails(problems.refused),
    },
    act: press('Share with your team'),
  }),
];
