import * as z from 'zod/mini';
import { finding, verdict, type Check, type Finding } from '@/lib/model/setup-check';
import { asked, type ItGlueProbe } from '../probe';
import { itGlueFindings, looselyRead, textOf, type LooseRow } from './looks';
import { recordType, someRecords } from './records';

/** So many records are read one by one. */
const few = 4;

/** Records with the links that lead away from them. */
async function relatedRecords(
  probe: ItGlueProbe,
): Promise<readonly { readonly record: LooseRow; readonly links: readonly LooseRow[] }[]> {
  const type = await recordType(probe);
  if (!type) return [];
  const read: { record: LooseRow; links: LooseRow[] }[] = [];
  for (const { id } of (await someRecords(probe, type)).slice(0, few)) {
    const path = `/flexible_assets/${id}`;
    const answer = await asked(probe.get(path, { include: 'related_items' }));
    // One record may be out of the key's reach.
    if ('error' in answer) continue;
    const { rows, included } = looselyRead(answer.value);
    const links = included.filter((one) => isLink(one));
    for (const record of rows) read.push({ record, links });
  }
  return read;
}

const ends = ['destination-id', 'resource-id'] as const;
const isLink = ({ attributes }: LooseRow): boolean =>
  ends.some((key) => key in attributes) || 'notes' in attributes;

/** A link read back names where it leads as `destination-…` or as `resource-…`. */
export const relatedItemsCheck: Check<ItGlueProbe> = {
  id: 'itglue-related-items',
  source: 'assumed',
  async run(probe) {
    const read = await relatedRecords(probe);
    const links = read.flatMap((one) => one.links);
    if (links.length === 0) return verdict('unseen', finding('related_items', 'none'));
    const seen: Finding[] = ends
      .map((key) =>
        finding(key, 'rows', links.filter(({ attributes }) => key in attributes).length),
      )
      .filter(({ count }) => count !== 0);
    const neither = links.filter(({ attributes }) => !ends.some((key) => key in attributes)).length;
    return neither === 0
      ? verdict('holds', ...seen)
      : verdict('differs', ...seen, finding('related_items', 'other', neither));
  },
};

const tag = z.object({
  type: z.string(),
  values: z.array(z.object({ id: z.pipe(z.union([z.string(), z.number()]), z.transform(String)) })),
});

/** What a Tag field points to is among the related items by itself. */
export const tagsCheck: Check<ItGlueProbe> = {
  id: 'itglue-tags',
  source: 'reference',
  async run(probe) {
    let tagged = 0;
    let linked = 0;
    for (const { record, links } of await relatedRecords(probe)) {
      const traits = z
        .catch(z.record(z.string(), z.unknown()), {})
        .parse(record.attributes['traits']);
      const ids = Object.values(traits).flatMap((trait) => tag.safeParse(trait).data?.values ?? []);
      const byThemselves = links.filter(
        ({ attributes }) => textOf(attributes['notes']) !== probe.own.relationNotes,
      );
      tagged += ids.length;
      linked += ids.filter(({ id }) => byThemselves.some((link) => leadsTo(link, id))).length;
    }
    if (tagged === 0) return verdict('unseen', finding('Tag', 'none'));
    const seen = [finding('Tag', 'rows', tagged), finding('related_items', 'rows', linked)];
    return verdict(linked === tagged ? 'holds' : 'differs', ...seen);
  },
};

const leadsTo = ({ attributes }: LooseRow, id: string): boolean =>
  ends.some((key) => {
    const end = attributes[key];
    return (typeof end === 'string' || typeof end === 'number') && String(end) === id;
  });

/** A key without password access shows no value, one with it the value itself; never a mask in its place. */
export const passwordValuesCheck: Check<ItGlueProbe> = {
  id: 'itglue-password-values',
  source: 'reference',
  async run(probe) {
    const page = { 'page[size]': '250', 'page[number]': '1', sort: 'id' };
    const { rows } = looselyRead(await probe.get('/passwords', page));
    // Of what people keep no value is asked: IT Glue logs who reads one.
    const own = rows.find(({ attributes }) => probe.own.isOwnPassword(textOf(attributes['notes'])));
    if (!own) return verdict('unseen', finding('passwords', 'none'));
    const answer = await asked(probe.get(`/passwords/${own.id}`, { show_password: 'true' }));
    if ('error' in answer) return verdict('unseen', ...itGlueFindings('password', answer.error));
    const value = textOf(looselyRead(answer.value).rows[0]?.attributes['password']);
    if (value === '') return verdict('holds', finding('password', 'absent'));
    return /^[*•]+$/.test(value)
      ? verdict('differs', finding('password', 'masked'))
      : verdict('holds', finding('password', 'readable'));
  },
};
