import { networkId, organizationId, configurationId, userId } from '@/lib/model/ids';
import type { DeviceKey } from '@/lib/model/device';
import type { SharedEntry } from '@/lib/model/shared-entry';
import type { Database } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import type { Written } from '@/lib/team/it-glue-state';
import { halves, knownEntry, type KnownEntry } from './shared-values';

/** So many lines are enough to see what a record is about. */
const maxLines = 60;

/**
 * What people read in a record of the shared state. In English whatever the browser's language, since
 * one record is read by all. Names come from the store; a device without a name is called by its id,
 * never by its MAC.
 */
export async function writtenWords(store: Database, entries: readonly SharedEntry[]) {
  const users = new Map((await stored.users.all(store)).map(({ id, name }) => [id, name]));
  const nameOf = (user: string | null) => (user !== null && users.get(userId(user))) || 'a browser';
  const lines = new Map<SharedEntry, string>();
  for (const entry of entries.slice(0, maxLines)) {
    const known = knownEntry(entry.key, entry.value);
    const day = new Date(entry.at.ms).toISOString().slice(0, 10);
    const what = known ? await sentence(store, known) : entry.key;
    lines.set(entry, `${what}, ${nameOf(entry.user)}, ${day}`);
  }
  return {
    title: (written: Written): string =>
      written.kind === 'presence'
        ? `${nameOf(written.presence.user)}, ${written.presence.browser.slice(0, 8)}`
        : `Decisions of ${[...new Set(written.entries.map(({ user }) => nameOf(user)))].slice(0, 3).join(', ')}`,
    summary: (written: Written): string[] => {
      if (written.kind === 'presence') {
        const { version, at, lastSync } = written.presence;
        const synced = lastSync === null ? 'never' : new Date(lastSync).toISOString();
        return [`Version ${version}`, `Seen ${new Date(at).toISOString()}`, `Synced ${synced}`];
      }
      const shown = written.entries.flatMap((entry) => lines.get(entry) ?? []);
      const rest = written.entries.length - shown.length;
      return rest > 0 ? [...shown, `and ${rest} more`] : shown;
    },
  };
}

async function sentence(store: Database, known: KnownEntry): Promise<string> {
  const network = async (id: string) =>
    (await stored.networks.get(store, networkId(id)))?.name ?? id;
  const organization = async (id: string) =>
    (await stored.organizations.get(store, organizationId(id)))?.name ?? id;
  const device = async (key: string) =>
    (await stored.devices.get(store, key as DeviceKey))?.name ?? key;
  const configuration = async (id: string) =>
    (await stored.configurations.get(store, configurationId(id)))?.name ?? id;
  const how = (rule: 'by-hand' | 'created') => (rule === 'by-hand' ? 'by hand' : rule);
  switch (known.kind) {
    case 'n':
      if (typeof known.value === 'string') return `${await network(known.of)}: ${known.value}`;
      return `${await network(known.of)} → ${await organization(known.value.o)}, ${how(known.value.r)}`;
    case 'd':
      if (typeof known.value === 'string') return `${await device(known.of)}: ${known.value}`;
      return `${await device(known.of)} → ${await configuration(known.value.c)}, ${how(known.value.r)}`;
    case 'rn': {
      const [one, other] = halves(known.of);
      return `${await network(one)} ${known.value ? 'is not' : 'may be'} ${await organization(other)}`;
    }
    case 'rd': {
      const [one, other] = halves(known.of);
      return `${await device(one)} ${known.value ? 'is not' : 'may be'} ${await configuration(other)}`;
    }
    case 'ic':
      return `${await configuration(known.of)}: ${known.value ? 'ignored' : 'not ignored'}`;
    case 'ls': {
      const names = await Promise.all(known.of.split('+').map(configuration));
      return `${names.join(', ')} ${known.value ? 'may' : 'may not'} have a MAC in common`;
    }
    case 's':
      if (typeof known.value === 'string') return `Setting ${known.of}: ${known.value}`;
      return `Auto-Create: ${known.value ? 'on' : 'off'}`;
    case 'w':
      if (known.value === 'none') return `SSID ${known.of}: not documented`;
      return `${known.value.s} of ${known.value.n}: ${known.value.a ? 'archived' : 'documented'}`;
    case 'pr':
    case 'pp': {
      const what = known.kind === 'pr' ? 'Record' : 'Password';
      return `${what} ${known.of}: ${known.value ? 'archived by the extension' : 'in use'}`;
    }
  }
}
