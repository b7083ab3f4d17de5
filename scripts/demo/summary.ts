import { deviceKinds, splitDeviceKey } from '@/lib/model/device';
import type { DeviceKind } from '@/lib/model/device';
import { kindWords } from '@/lib/words/kinds';
import messages from '@/public/_locales/en/messages.json';
import type { SyncRun } from '@/lib/model/run';
import type { Extension } from '@/test/e2e/harness/extension';
import { table } from './table';

const kindName = (kind: DeviceKind): string => messages[kindWords[kind].many].message.toLowerCase();

/** What a sync left in the extension's store, as tables of text. */
export async function summary(extension: Extension, run: SyncRun): Promise<string> {
  const [networks, devices, organizations, configurations] = [
    await extension.readStore('networks'),
    await extension.readStore('devices'),
    await extension.readStore('organizations'),
    await extension.readStore('configurations'),
  ];
  const networkMatches = await extension.readStore('networkMatches');
  const deviceMatches = await extension.readStore('deviceMatches');
  const networkSuggestions = await extension.readStore('networkSuggestions');
  const deviceSuggestions = await extension.readStore('deviceSuggestions');

  const suggestedNetworks = new Set(
    networkSuggestions
      .filter(({ suggestions }) => suggestions.length > 0)
      .map((row) => row.networkId),
  );
  const suggestedDevices = new Set(
    deviceSuggestions
      .filter(({ suggestions }) => suggestions.length > 0)
      .map((row) => row.deviceKey),
  );
  const decidedNetworks = new Set(networkMatches.map(({ networkId }) => networkId));
  const decidedDevices = new Set(deviceMatches.map(({ deviceKey }) => deviceKey));
  const row = (
    name: string,
    total: number,
    matches: readonly { state: string }[],
    open: readonly boolean[],
  ): (string | number)[] => [
    name,
    total,
    matches.filter(({ state }) => state === 'matched').length,
    open.filter((suggested) => suggested).length,
    open.filter((suggested) => !suggested).length,
  ];

  return [
    table(
      ['', 'Read', 'Matched', 'Suggested', 'Unmatched'],
      [
        row(
          'networks',
          networks.length,
          networkMatches,
          networks
            .filter(({ id }) => !decidedNetworks.has(id))
            .map(({ id }) => suggestedNetworks.has(id)),
        ),
        ...deviceKinds.map((kind) => {
          const ofKind = devices.filter((device) => device.kind === kind);
          return row(
            kindName(kind),
            ofKind.length,
            deviceMatches.filter(({ deviceKey }) => splitDeviceKey(deviceKey).kind === kind),
            ofKind
              .filter(({ key }) => !decidedDevices.has(key))
              .map(({ key }) => suggestedDevices.has(key)),
          );
        }),
      ],
    ),
    table(
      ['Matched by', 'Networks', 'Devices'],
      byRule(networkMatches, deviceMatches).map(([rule, ...counts]) => [rule, ...counts]),
    ),
    table(
      ['From IT Glue', 'Read'],
      [
        ['organizations', organizations.length],
        ['configurations of matched organizations', configurations.length],
      ],
    ),
    table(
      ['Skipped rows', 'Id', 'Fields'],
      run.skipped.length > 0
        ? run.skipped.map(({ subject, id, fields }) => [
            named(subject),
            id,
            fields.map(({ field }) => field).join(', '),
          ])
        : [['none', '', '']],
    ),
    ...(run.problems.length > 0
      ? [
          table(
            ['Not read', 'Problem'],
            run.problems.map(({ subject, problem }) => [named(subject), JSON.stringify(problem)]),
          ),
        ]
      : []),
  ].join('\n\n');
}

function byRule(
  networkMatches: readonly ({ state: 'matched'; rule: string } | { state: 'ignored' })[],
  deviceMatches: readonly ({ state: 'matched'; rule: string } | { state: 'ignored' })[],
): [string, number, number][] {
  const rulesOf = (matches: typeof networkMatches) =>
    matches.flatMap((match) => (match.state === 'matched' ? [match.rule] : []));
  const [networks, devices] = [rulesOf(networkMatches), rulesOf(deviceMatches)];
  return [...new Set([...networks, ...devices])]
    .sort()
    .map((rule) => [
      rule,
      networks.filter((each) => each === rule).length,
      devices.filter((each) => each === rule).length,
    ]);
}

/** What a row of the run is about: by its name, or the values it is described with. */
const named = (subject: string | object): string =>
  typeof subject === 'string' ? subject : Object.values(subject).join(' ');
