import type { FindingRow } from '@/lib/views/findings';
import { formatMac } from '@/lib/model/mac';
import type { MatchingPlace } from '@/lib/views/matching-address';
import { ordered } from '@/lib/views/lists/row-order';
import { searchFor } from '@/lib/views/lists/row-search';

/** The findings that a place shows, in its order. */
export function findingsAt(rows: readonly FindingRow[], place: MatchingPlace): FindingRow[] {
  const { tab, onlyNew, text, sort, descending } = place;
  const found = searchFor(text, (row: FindingRow) => ({
    texts: [
      row.device,
      ...row.macs.map(formatMac),
      ...row.configurations.flatMap(({ name, organizationName }) => [name, organizationName]),
    ],
    mac: row.macs.join(' '),
  }));
  return ordered(
    rows.filter((row) => row.state === tab && (!onlyNew || row.isNew) && found(row)),
    sort === 'counterpart' ? firstConfiguration : byDevice,
    { name: ({ name }) => name, key: ({ key }) => key },
    descending,
  );
}

const firstConfiguration = ({ configurations }: FindingRow) => configurations[0]?.name ?? null;

/** Those of Datto's devices first: the others' MACs matter to no match. */
const byDevice = ({ device, name }: FindingRow) => `${device === null ? 1 : 0} ${name}`;
