import { fieldsOfNew } from '@/lib/journal/field-changes';
import type { Executor } from '@/lib/journal/executor';
import type { ItGlueClient } from '@/lib/itglue/client';
import type { List } from '@/lib/itglue/json-api-read';
import { sureOfNone } from '@/lib/itglue/look-up';
import type { JournalWrite } from '@/lib/model/journal';
import type { Organization } from '@/lib/model/organization';
import { readSettings } from '@/lib/store/meta';
import type { MatchingContext } from '../context';
import { changeNetwork } from '../undo/changes';
import { remember } from '../undo/remember';
import { versionOf } from '../version';
import * as stored from '@/lib/store/stored';

type Write = Extract<JournalWrite, { kind: 'create-organization' }>;

export const organizationKey = (name: string) => `organization ${name}`;

/** Makes an organization and matches the network to it that it was made for. */
export function organizationExecutor(
  { store }: Pick<MatchingContext, 'store'>,
  itGlue: Pick<ItGlueClient, 'organizationsPage' | 'createOrganization'>,
  { name, networkId, version, acknowledged }: Write,
): Executor<Organization> {
  // Two organizations may have one name: only a new one of it is ours.
  const ofThatName = async () => {
    const list = await itGlue.organizationsPage(1, { name });
    return { list, rows: list.rows.filter((row) => row.name === name) };
  };
  const sure = (list: List<Organization>) =>
    sureOfNone(list, 'GET /organizations', ['attributes.name']);
  return {
    subject: { resource: 'organization', name },
    changes: () => fieldsOfNew([['Name', name]]),
    async before() {
      const network = await stored.networks.get(store, networkId);
      if (!network) return { next: 'refuse', refusal: { kind: 'row-gone' } };
      if (versionOf(await stored.networkMatches.get(store, networkId)) !== version)
        return { next: 'refuse', refusal: { kind: 'decided-meanwhile' } };
      const list = await itGlue.organizationsPage(1, { name });
      const there = list.rows;
      if (there.some(({ id }) => !acknowledged.includes(id)))
        return { next: 'refuse', refusal: { kind: 'exists', name } };
      sure(list);
      return { next: 'send', known: there.map(({ id }) => id) };
    },
    send: () => itGlue.createOrganization({ name }),
    async find(known) {
      const { list, rows } = await ofThatName();
      const found = rows.find(({ id }) => !known.includes(id)) ?? null;
      if (!found) sure(list);
      return found;
    },
    async removeDuplicates(made, known) {
      const copies = (await ofThatName()).rows.filter(({ id }) => !known.includes(id));
      const answered = made === null || copies.some(({ id }) => id === made.id);
      const [kept, ...others] = answered ? copies : [made];
      // IT Glue's API neither deletes nor archives organizations.
      return {
        result: kept ?? null,
        duplicates: others.map(({ id }) => ({ id, archived: false })),
      };
    },
    idOf: ({ id }) => id,
    async commit(transaction, organization, { row, at }) {
      await stored.organizations.put(transaction, organization);
      await stored.seen.now(transaction, 'organizations', [organization.id]);
      const network = await stored.networks.get(transaction, networkId);
      if (!network) return;
      // A user decided while it was made: that stands, and the organization is there to be chosen.
      const now = await stored.networkMatches.get(transaction, networkId);
      if (versionOf(now) !== version) return;
      const change = await changeNetwork(
        transaction,
        network,
        { networkId, at, state: 'matched', organizationId: organization.id, rule: 'created' },
        { who: row.who, at },
      );
      await remember(transaction, await readSettings(transaction), {
        lists: ['networks'],
        at,
        action: 'create',
        name: organization.name,
        networks: [change],
      });
    },
  };
}
