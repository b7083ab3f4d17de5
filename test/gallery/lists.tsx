import { ListMark } from '@/components/panel/list-mark';
import { UnmatchedLine } from '@/components/panel/unmatched-line';
import type { DeviceStatus } from '@/lib/model/device';
import { configurationId } from '@/lib/model/ids';
import type { Entry } from './entry';
import { deviceStatuses } from './parts';

const now = Date.parse('2026-03-05T12:00:00Z');

/** A device's status beside its name, with more and less room, and where it is old. */
const ListedNames = ({ status }: { status: DeviceStatus }) => {
  const device = { configurationId: configurationId('1'), status };
  const [fresh, stale] = ['2026-03-05T09:00:00Z', '2026-02-28T09:00:00Z'];
  return (
    <ul>
      {(['word', 'dot', 'hidden'] as const).map((form) => (
        <li key={form}>
          Lobby <ListMark device={{ ...device, readAt: fresh }} form={form} now={now} />
        </li>
      ))}
      <li>
        Attic <ListMark device={{ ...device, readAt: stale }} form="word" now={now} />
      </li>
    </ul>
  );
};

/** What stands on an organization's list of configurations. */
export const listEntries: readonly Entry[] = [
  ...Object.keys(deviceStatuses).map((status) => ({
    name: `name in a list, ${status}`,
    card: () => <ListedNames status={status as DeviceStatus} />,
  })),
  {
    name: 'list of configurations',
    card: () => <UnmatchedLine count={12} onOpenMatching={() => undefined} />,
  },
];
