import {
  sampleNetwork,
  sampleNetworks,
  sampleOrganizations,
  suggestedOrganization,
} from '@/components/matching/tenant.fixture';
import { OptionsPage } from '@/components/options/options-page';
import { creatingPreview, idleAutoCreate } from '@/components/options/states.fixture';
import { sampleOptions } from '@/components/state/client.fixture';
import { sampleStatus } from '@/lib/views/status.fixture';
import { organizationId } from '@/lib/model/ids';
import type { OrganizationReason } from '@/lib/model/match';
import type { Surface } from './entry';
import { tick } from './acts';
import { matchingEntry } from './matching-entry';

const devices = (accessPoints: number, switches: number, power = 0, router = 0) => ({
  'access-point': accessPoints,
  switch: switches,
  'managed-power': power,
  router,
});

/** Networks as an MSP has them, each with what is suggested for it. */
const undecided: readonly [
  network: string,
  organization: string,
  reason: OrganizationReason,
  devices: ReturnType<typeof devices>,
][] = [
  ['Acme Dental Main Street', 'Acme Dental', { kind: 'site', site: 'Main Street' }, devices(6, 2)],
  ['Bluebird Bakery', 'Bluebird Bakery, Inc.', { kind: 'legal-form', form: 'Inc.' }, devices(3, 1)],
  ['CCHS', 'Cedar Creek High School', { kind: 'acronym', letters: 'CCHS' }, devices(42, 9, 4)],
  [
    'Dover Community Clinic',
    'Dover Clinic',
    { kind: 'part', missing: 'Community' },
    devices(11, 3),
  ],
  ['Evergreen Vet', 'Evergreen Veterinary', { kind: 'abbreviation' }, devices(4, 1, 0, 1)],
  ['Fairveiw Motors', 'Fairview Motors', { kind: 'similar' }, devices(8, 2, 1)],
  ['Harbor Law Group', 'Harbor Law', { kind: 'short-name' }, devices(5, 2)],
  ['Lakeside Hotel Guest', 'Lakeside Hotel', { kind: 'site', site: 'Guest' }, devices(27, 6, 2, 1)],
];

/** What the stores' listings show beside states of the other surfaces: the same pages, with a company's own look. */
export const store: Surface = {
  name: 'store',
  widths: [1160],
  entries: [
    matchingEntry('matching', '#networks', {
      'matching.networks': sampleNetworks([
        ...undecided.map(([name, organization, reason, kinds], place) =>
          sampleNetwork(place + 1, {
            name,
            devices: kinds,
            suggestions: [suggestedOrganization(place + 1, organization, reason)],
          }),
        ),
        ...Array.from({ length: 64 }, (_, place) =>
          sampleNetwork(100 + place, {
            state: 'matched',
            rule: 'name',
            organization: { id: organizationId(100 + place), name: `Customer ${place}` },
          }),
        ),
      ]),
      'matching.organizations': () =>
        sampleOrganizations({
          organizations: [{ id: organizationId(7), name: 'Acme Dental', unmatchedDevices: 2 }],
        }),
    }),
    {
      name: 'auto-create',
      act: tick(/^Datto Networking Wireless/),
      page: {
        hash: '#auto-create',
        answers: {
          'options.view': () => sampleOptions,
          'status.view': () => sampleStatus,
          'auto-create.view': () => idleAutoCreate,
          'auto-create.preview': () => ({ ...creatingPreview, createsType: true }),
        },
        render: (client) => <OptionsPage client={client} />,
      },
    },
  ],
};
