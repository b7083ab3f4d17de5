import { finding, verdict, type Check, type Finding, type Subject } from '@/lib/model/setup-check';
import { compareIds } from '@/lib/model/copies';
import { parseMac } from '@/lib/model/mac';
import { isSamePortal, portalOfHost } from '@/lib/model/portal';
import type { ItGlueError } from '../errors';
import { asked, type ItGlueProbe } from '../probe';
import { failedVerdict, itGlueFindings, look, textOf, type Looked, type LooseRow } from './looks';

const path = '/configurations';
const sizes = [
  [1000, 'page[size]=1000'],
  [250, 'page[size]=250'],
  [50, 'page[size]=50'],
] as const satisfies readonly (readonly [number, Subject])[];

/** A page of 1000 rows is answered in time; else one of 250 or 50 is. */
export const pageSizeCheck: Check<ItGlueProbe> = {
  id: 'itglue-page-size',
  source: 'reference',
  async run(probe) {
    const seen: Finding[] = [];
    for (const [size, subject] of sizes) {
      const include = { include: 'configuration_interfaces', sort: 'id' };
      const page = { 'page[size]': String(size), 'page[number]': '1', ...include };
      const answer = await asked(probe.get(path, page));
      if (!('error' in answer)) {
        seen.push(finding(subject, 'answered'));
        return verdict(size === 1000 ? 'holds' : 'differs', ...seen);
      }
      seen.push(...itGlueFindings(subject, answer.error));
    }
    return verdict('differs', ...seen);
  },
};

const keys = ['current-page', 'next-page', 'total-count', 'total-pages'] as const;

/** `meta` of a list tells its place in it and how many rows there are. */
export const pagingCheck: Check<ItGlueProbe> = {
  id: 'itglue-paging',
  source: 'reference',
  async run(probe) {
    const { meta } = await look(probe, '/organizations', 1);
    const missing = keys.filter((key) => !(key in meta));
    if (missing.length === 0)
      return verdict('holds', ...keys.map((key) => finding(key, 'present')));
    return verdict('differs', ...missing.map((key) => finding(key, 'absent')));
  },
};

/** So many rows tell whether they are in order. */
const few = 50;

/** `sort=id` puts rows in the order of their ids as numbers. */
export const sortIdCheck: Check<ItGlueProbe> = {
  id: 'itglue-sort-id',
  source: 'reference',
  async run(probe) {
    const answer = await asked(look(probe, path, few, { sort: 'id' }));
    return orderOf('sort=id', answer, ({ id }, after) => compareIds(id, after.id) < 0);
  },
};

/** `sort=updated_at` puts rows in the order of their last change. */
export const sortUpdatedCheck: Check<ItGlueProbe> = {
  id: 'itglue-sort-updated',
  source: 'reference',
  async run(probe) {
    const answer = await asked(look(probe, path, few, { sort: 'updated_at' }));
    const at = ({ attributes }: LooseRow) => Date.parse(textOf(attributes['updated-at']));
    return orderOf('sort=updated_at', answer, (one, after) => at(one) <= at(after));
  },
};

function orderOf(
  subject: Subject,
  answer: { readonly value: Looked } | { readonly error: ItGlueError },
  inOrder: (one: LooseRow, after: LooseRow) => boolean,
) {
  if ('error' in answer) return failedVerdict(subject, answer.error);
  const { rows } = answer.value;
  if (rows.length < 2) return verdict('unseen', finding('configurations', 'rows', rows.length));
  const right = rows.slice(1).every((row, at) => inOrder(rows[at] ?? row, row));
  return right
    ? verdict('holds', finding(subject, 'in-order', rows.length))
    : verdict('differs', finding(subject, 'out-of-order', rows.length));
}

/** `filter[id]` gives the configurations of these ids and no other. */
export const filterIdCheck: Check<ItGlueProbe> = {
  id: 'itglue-filter-id',
  source: 'reference',
  async run(probe) {
    const ids = (await look(probe, path, 3)).rows.map(({ id }) => id);
    if (ids.length === 0) return verdict('unseen', finding('configurations', 'none'));
    const answer = await asked(look(probe, path, few, { 'filter[id]': ids.join(',') }));
    if ('error' in answer) return failedVerdict('filter[id]', answer.error);
    const { rows } = answer.value;
    const exact = rows.length === ids.length && rows.every(({ id }) => ids.includes(id));
    return exact
      ? verdict('holds', finding('filter[id]', 'as-assumed', rows.length))
      : verdict('differs', finding('filter[id]', 'other', rows.length));
  },
};

/** `filter[mac_address]` compares the text of the MAC as it was typed, on the primary interface. */
export const filterMacCheck: Check<ItGlueProbe> = {
  id: 'itglue-filter-mac',
  source: 'reference',
  async run(probe) {
    const { rows } = await look(probe, path, few, { sort: 'id' });
    const sample = rows.find(({ attributes }) => parseMac(textOf(attributes['mac-address'])));
    if (!sample) return verdict('unseen', finding('filter[mac_address]', 'none'));
    const mac = textOf(sample.attributes['mac-address']);
    const answer = await asked(look(probe, path, few, { 'filter[mac_address]': mac }));
    if ('error' in answer) return failedVerdict('filter[mac_address]', answer.error);
    const found = answer.value.rows;
    return found.some(({ id }) => id === sample.id)
      ? verdict('holds', finding('filter[mac_address]', 'as-assumed', found.length))
      : verdict('differs', finding('filter[mac_address]', 'other', found.length));
  },
};

/** A configuration's `resource-url` is its page on the portal that is connected. */
export const addressesCheck: Check<ItGlueProbe> = {
  id: 'itglue-addresses',
  source: 'reference',
  async run(probe) {
    const { rows } = await look(probe, path, few, { sort: 'id' });
    const urls = rows.flatMap(({ id, attributes }) => {
      const text = textOf(attributes['resource-url']);
      return URL.canParse(text) ? [{ id, url: new URL(text) }] : [];
    });
    if (rows.length === 0) return verdict('unseen', finding('configurations', 'none'));
    if (urls.length === 0) return verdict('differs', finding('resource-url', 'absent'));
    const others = urls.filter(({ id, url }) => {
      const portal = portalOfHost(url.hostname);
      const here = portal !== null && isSamePortal(portal, probe.portal);
      return !here || !new RegExp(`^/\\d+/configurations/${id}/?$`).test(url.pathname);
    });
    return others.length === 0
      ? verdict('holds', finding('resource-url', 'as-assumed', urls.length))
      : verdict('differs', finding('resource-url', 'other', others.length));
  },
};
