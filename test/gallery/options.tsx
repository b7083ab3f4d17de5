import { OptionsPage } from '@/components/options/options-page';
import { idleAutoCreate, sharedTeam } from '@/components/options/states.fixture';
import type { Answers } from '@/components/state/client.fixture';
import { emptyOptions, sampleOptions } from '@/components/state/client.fixture';
import { sampleStatus } from '@/lib/views/status.fixture';
import { problems } from '@/components/state/problems.fixture';
import { statuses } from '@/components/state/statuses.fixture';
import type { OptionsView } from '@/lib/views/options';
import { activityChoices, activityGroups, activityRows } from './activity.fixture';
import { fails, pending, type } from './acts';
import type { Entry, Surface } from './entry';
import { autoCreateEntries } from './options-auto-create';
import { connectionEntries } from './options-connection';
import { otherSectionEntries } from './options-others';
import { passphraseEntries } from './options-passphrase';
import { teamEntries } from './options-team';

function entry(
  name: string,
  view: OptionsView,
  answers: Answers = {},
  { hash = '', act }: { hash?: string; act?: NonNullable<Entry['act']> } = {},
): Entry {
  return {
    name,
    ...(act && { act }),
    page: {
      hash,
      answers: {
        'options.view': () => view,
        'status.view': () => ({ ...sampleStatus, status: view.status }),
        'types.list': () => [
          { id: '1', name: 'Managed Network Switch' },
          { id: '2', name: 'Wireless Access Point' },
        ],
        'auto-create.view': () => idleAutoCreate,
        'team.view': () => sharedTeam,
        'activity.list': () => ({ rows: activityRows.slice(0, 6), before: null }),
        'activity.groups': () => ({ groups: activityGroups.slice(0, 6), before: null }),
        'activity.choices': () => activityChoices,
        ...answers,
      },
      render: (client) => <OptionsPage client={client} />,
    },
  };
}

export const options: Surface = {
  name: 'options',
  widths: [320, 480, 1280, 1920],
  entries: [
    entry('before any key', emptyOptions),
    ...Object.entries(statuses)
      .filter(([name]) => name !== 'not-connected')
      .map(([name, status]) => entry(name, { ...sampleOptions, status })),
    entry('credentials-failed, Datto', {
      ...sampleOptions,
      status: { ...statuses['credentials-failed'], side: 'datto' },
    }),
    entry('loading', sampleOptions, { 'options.view': pending, 'status.view': pending }),
    entry('without a view', sampleOptions, {
      'options.view': fails(problems.internal),
      'status.view': fails(problems.internal),
    }),
    entry('beside the vendor’s own integration', sampleOptions, {
      'status.view': () => ({ ...sampleStatus, vendorIntegration: true }),
    }),
    entry('at a section of the address', sampleOptions, {}, { hash: '#team' }),
    entry('at a setting of the address', sampleOptions, {}, { hash: '#types/type-switch' }),
    entry('searched', sampleOptions, {}, { act: type('Search the options', 'key') }),
    entry(
      'searched, nothing found',
      sampleOptions,
      {},
      { act: type('Search the options', 'zebra') },
    ),
    ...connectionEntries,
    ...passphraseEntries,
    ...autoCreateEntries,
    ...teamEntries,
    ...otherSectionEntries,
  ],
};
