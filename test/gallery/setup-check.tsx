import { SetupCheckPage } from '@/components/setup-check/setup-check-page';
import type { Answers } from '@/components/state/client.fixture';
import { problems } from '@/components/state/problems.fixture';
import { assumptionIds, checkOutcomes } from '@/lib/model/setup-check';
import type { SetupCheckView } from '@/lib/views/setup-check';
import { fails, pending, press } from './acts';
import type { Entry, Surface } from './entry';

const about = { version: '1.0.0', browser: 'Chrome 140' };

const view: SetupCheckView = {
  connected: true,
  rows: assumptionIds.map((id, at) => {
    const outcome = checkOutcomes[at % checkOutcomes.length] ?? 'unseen';
    return {
      id,
      source: 'reference',
      result: {
        id,
        outcome,
        seen: [{ subject: 'page[size]=250', sight: 'answered' }],
        requests: 2,
        at: '2026-03-05T10:00:00Z',
      },
    };
  }),
  measure: {
    window: { width: 1280, height: 800 },
    theme: 'dark',
    parts: [
      { part: 'fixed bar', box: { x: 0, y: 0, width: 1280, height: 50 } },
      { part: 'side menu', box: { x: 0, y: 50, width: 200, height: 750 } },
      { part: 'main', box: { x: 200, y: 50, width: 1080, height: 750 } },
      { part: 'panel', box: { x: 220, y: 140, width: 900, height: 300 } },
    ],
    placedBy: 'name',
    covered: false,
  },
  portalPage: 'https://acme.itglue.com/1/configurations/2',
};

const entry = (
  name: string,
  shown: SetupCheckView,
  {
    answers = {},
    act,
    copied = true,
  }: {
    answers?: Answers;
    act?: NonNullable<Entry['act']>;
    copied?: boolean;
  } = {},
): Entry => ({
  name,
  ...(act && { act }),
  page: {
    answers: { 'setup-check.view': () => shown, ...answers },
    render: (client) => (
      <SetupCheckPage
        client={client}
        about={about}
        copy={() => (copied ? Promise.resolve() : Promise.reject(new Error('Not allowed.')))}
      />
    ),
  },
});

const unchecked: SetupCheckView = {
  ...view,
  rows: view.rows.map((row) => ({ ...row, result: null })),
  measure: null,
  portalPage: null,
};
const start = press('Check all');
const running = { 'setup-check.run': pending, 'setup-check.stop': () => null };

export const setupCheck: Surface = {
  name: 'setup-check',
  widths: [320, 480, 1280, 1920],
  entries: [
    entry('checked', view),
    entry('not checked yet', unchecked),
    entry('checking', unchecked, { answers: running, act: start }),
    entry('not checked through', unchecked, {
      answers: { 'setup-check.run': fails(problems.internal) },
      act: start,
    }),
    entry('report copied', view, { act: press('Copy report') }),
    entry('report not copied', view, { act: press('Copy report'), copied: false }),
    entry('measured without a panel', {
      ...view,
      measure: view.measure && {
        ...view.measure,
        parts: view.measure.parts.filter(({ part }) => part !== 'panel'),
        placedBy: null,
      },
    }),
    entry('not connected', { ...view, connected: false }),
    entry('loading', view, { answers: { 'setup-check.view': pending } }),
    entry('without a view', view, { answers: { 'setup-check.view': fails(problems.storage) } }),
  ],
};
