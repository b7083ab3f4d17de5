import type { FindingRow } from '@/lib/views/findings';
import { formatMac } from '@/lib/model/mac';
import type { MatchingPlace } from '@/lib/views/matching-address';
import { bestFirst } from '@/lib/views/lists/best-first';
import { ordered } from '@/lib/views/lists/row-order';
import { searchFor } from '@/lib/views/lists/row-search';

/** The findings that a place shows, in its order; of a search the best first where none was chosen. */
export function findingsAt(
  rows: readonly FindingRow[],
  place: MatchingPlace,
): readonly FindingRow[] {
  const { tab, onlyNew, text, sort, descending } = place;
  const found = searchFor(text, (row: FindingRow) => ({
    texts: [
      row.device,
      ...row.macs.map(formatMac),
      ...row.configurations.flatMap(({ name, organizationName }) => [name, organizationName]),
    ],
    mac: row.macs.join(' '),
  }));
  const list = ordered(
    rows.filter((row) => row.state === tab && (!onlyNew || row.isNew) && found(row)),
    sort === 'counterpart' ? firstConfiguration : byDevice,
    { name: ({ name }) => name, key: ({ key }) => key },
    descending,
  );
  return bestFirst(list, place);
}

const firstConfiguration = ({ configurations }: FindingRow) => configurations[0]?.name ?? null;

/** Those of Datto's devices first: the others' MACs matter to no match. */
const byDevice = ({ device, name }: FindingRow) => `${device === null ? 1 : 0} ${name}`;
