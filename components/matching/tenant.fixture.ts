import { forEachKind } from '@/lib/model/device';
import { networkId, organizationId } from '@/lib/model/ids';
import type { OrganizationReason } from '@/lib/model/match';
import { acmeCorp } from '@/lib/views/devices.fixture';
import { deviceList } from '@/lib/views/lists/device-rows';
import { networkList } from '@/lib/views/lists/network-rows';
import type { DevicesQuestion, NetworksQuestion } from '@/lib/views/lists/question';
import type {
  BatchView,
  DeviceRow,
  DevicesView,
  NetworkRow,
  NetworksView,
  OrganizationsView,
} from '@/lib/views/matching';

/** One network, undecided and with two access points unless told otherwise. */
export function sampleNetwork(id: number, row: Partial<NetworkRow> = {}): NetworkRow {
  return {
    id: networkId(id),
    name: `Network ${id}`,
    state: 'unmatched',
    devices: { ...forEachKind(0), 'access-point': 2 },
    unmatchedDevices: 2,
    withoutDevices: false,
    isNew: false,
    organization: null,
    rule: null,
    team: null,
    suggestions: [],
    version: '',
    ...row,
  };
}

/** An organization suggested for a network. */
export const suggestedOrganization = (
  id: number,
  organizationName: string,
  reason: OrganizationReason = { kind: 'short-name' },
  rejected = false,
): NetworkRow['suggestions'][number] => ({
  organizationId: organizationId(id),
  organizationName,
  facts: [],
  reason,
  namesake: false,
  rejected,
});

/** The background's answers about these networks. */
export const sampleNetworks =
  (rows: readonly NetworkRow[], view: Partial<NetworksView> = {}) =>
  (question: NetworksQuestion): NetworksView => ({
    access: 'all',
    ...networkList(rows, question),
    portal: 'https://acme.itglue.com',
    overruled: rows.filter(({ team }) => team?.overruled),
    undo: null,
    ...view,
  });

export const sampleOrganizations = (view: Partial<OrganizationsView> = {}): OrganizationsView => ({
  access: 'all',
  organizations: [],
  openFindings: 0,
  ...view,
});

/** The background's answers about these devices: those of Acme Corp, unless all organizations' are asked for. */
export const sampleDevices =
  (rows: readonly DeviceRow[], view: Partial<DevicesView> = {}) =>
  (question: DevicesQuestion): DevicesView => ({
    access: 'all',
    organization: question.organizationId === null ? null : acmeCorp,
    ...deviceList(rows, question),
    overruled: rows.filter(({ team }) => team?.overruled),
    ignored: [],
    batches: [],
    undo: null,
    ...view,
  });

/** Something in bulk of Acme Corp. */
export const sampleBatch = (of: Partial<BatchView>): Pick<DevicesView, 'batches'> => ({
  batches: [{ organization: acmeCorp, creation: null, archiving: null, ...of }],
});
