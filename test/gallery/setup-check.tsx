import { SetupCheckPage } from '@/components/setup-check/setup-check-page';
import { fakeClient } from '@/components/state/client.fixture';
import { assumptionIds, checkOutcomes } from '@/lib/model/setup-check';
import type { SetupCheckView } from '@/lib/views/setup-check';
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

const entry = (name: string, shown: SetupCheckView): Entry => ({
  name,
  page: {
    client: () => fakeClient({ 'setup-check.view': () => shown }).client,
    render: (client) => (
      <SetupCheckPage client={client} about={about} copy={() => Promise.resolve()} />
    ),
  },
});

export const setupCheck: Surface = {
  name: 'setup-check',
  widths: [320, 480, 1280],
  entries: [
    entry('checked', view),
    entry('not checked yet', {
      ...view,
      rows: view.rows.map((row) => ({ ...row, result: null })),
      measure: null,
      portalPage: null,
    }),
    entry('not connected', { ...view, connected: false }),
  ],
};
