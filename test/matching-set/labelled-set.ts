import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { networkId, organizationId } from '@/lib/model/ids';
import type { Network } from '@/lib/model/network';
import type { Organization } from '@/lib/model/organization';

/** A network, and what a person who knows the customers says about it. */
export interface LabelledNetwork {
  readonly network: Network;
  /** The difficulty, e.g. `site`, `namesake`. */
  readonly category: string;
  /** The name of its organization, `null` where it belongs to none or cannot be told. */
  readonly organization: string | null;
  /** Whether the rule of equal names must match it by itself. */
  readonly automatic: boolean;
}

/** One half was tuned on, the other only measured. */
export const halves = ['tuning', 'held-out'] as const;
export type Half = (typeof halves)[number];

/** The 2,000 organizations that both halves are measured against. */
export const readOrganizations = (): Organization[] =>
  read('organizations').map(([name = '', shortName = ''], row) => ({
    id: organizationId(row + 1),
    name,
    shortName: shortName === '' ? null : shortName,
    primary: false,
    typeName: 'Customer',
    statusName: 'Active',
  }));

export const readNetworks = (half: Half): LabelledNetwork[] =>
  read(half).map(([category = '', name = '', organization = '', automatic = ''], row) => ({
    network: { id: networkId(row + 1), name, latitude: null, longitude: null },
    category,
    organization: organization === '' ? null : organization,
    automatic: automatic === 'yes',
  }));

/** The rows of a table of this folder without its head. */
function read(table: string): string[][] {
  const text = readFileSync(new URL(`${table}.tsv`, import.meta.url), 'utf8');
  return Papa.parse<string[]>(text, {
    delimiter: '\t',
    quoteChar: '\u0000',
    skipEmptyLines: true,
  }).data.slice(1);
}
