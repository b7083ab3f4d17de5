import type { Extension } from './extension';

/** What a sync leaves behind, without what differs between any two runs. */
export async function outcome(extension: Extension) {
  const stores = [
    'networks',
    'devices',
    'organizations',
    'configurations',
    'networkMatches',
    'deviceMatches',
    'networkSuggestions',
    'deviceSuggestions',
    'users',
  ] as const;
  const rows = await Promise.all(stores.map((store) => extension.readStore(store)));
  const events = (await extension.readStore('activity')).map(({ event }) => JSON.stringify(event));
  const text = JSON.stringify(rows, (key, value: unknown) =>
    ['readAt', 'at', 'lastCheckin', 'uptimeSeconds', 'version'].includes(key) ? undefined : value,
  );
  return { text, events: events.sort() };
}
