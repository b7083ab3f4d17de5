import type { PageAt } from '@/lib/itglue/json-api-read';
import type { OrganizationId } from '@/lib/model/ids';

/** Configurations of organizations that are read page by page, to the last. */
export interface WholeStep {
  readonly kind: 'whole';
  readonly ids: readonly OrganizationId[];
  readonly page: PageAt;
  /** What the pages before it told; `null` at the first. */
  readonly before: PagesRead | null;
  /** Whether they are a part of more, and so are not parted again. */
  readonly isPart?: true;
}

export interface PagesRead {
  /** When the first of them was asked for, milliseconds since 1970. */
  readonly from: number;
  /** How many rows the list has by each of them; `null` where they do not agree. */
  readonly total: number | null;
  /** How many of them were read. */
  readonly rows: number;
  /** When one of them changed last, milliseconds since 1970. */
  readonly newest: number | null;
  /** Whether they came by id, as they were asked for. */
  readonly inOrder: boolean;
}

/** Those of them that changed last. */
export interface NewestStep {
  readonly kind: 'newest';
  readonly ids: readonly OrganizationId[];
  readonly count: number;
}

export type ConfigurationStep = WholeStep | NewestStep;

export const stepText = (step: ConfigurationStep): string => JSON.stringify(step);
export const stepIn = (text: string): ConfigurationStep => JSON.parse(text) as ConfigurationStep;

/** What the ids in an address may take, in characters: servers take addresses of 8,000 at least. */
const longestIds = 4000;
/** A comma between ids as an address has it. */
const comma = '%2C'.length;

/** Organizations by so many as fit into an address: fewer and fuller pages than of each by itself. */
export function byAddress(ids: readonly OrganizationId[]): OrganizationId[][] {
  const lists: OrganizationId[][] = [];
  let length = Infinity;
  for (const id of ids) {
    length += comma + id.length;
    if (length > longestIds) {
      lists.push([]);
      length = id.length;
    }
    lists.at(-1)!.push(id);
  }
  return lists;
}

/** Lists of more pages than this are read in parts, at the same time. */
const mostPages = 5;

/** The organizations in parts, where a list's first page shows that it is long: its pages come one after the other. */
export function inParts(
  { ids, page, isPart }: WholeStep,
  { at, totalCount }: { readonly at: { readonly size: number }; readonly totalCount: number },
): string[] | null {
  if (isPart || page !== 1 || totalCount <= mostPages * at.size || ids.length < 3) return null;
  const third = Math.ceil(ids.length / 3);
  return [ids.slice(0, third), ids.slice(third, 2 * third), ids.slice(2 * third)]
    .filter((part) => part.length > 0)
    .map((part) => stepText({ kind: 'whole', ids: part, page: 1, before: null, isPart: true }));
}

export const wholeSteps = (ids: readonly OrganizationId[]): string[] =>
  byAddress(ids).map((list) => stepText({ kind: 'whole', ids: list, page: 1, before: null }));
