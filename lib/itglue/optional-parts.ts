import * as z from 'zod/mini';
import { optionalParts, type OptionalPart } from '@/lib/model/optional-part';
import type { RowKind } from '@/lib/model/rows';
import { ItGlueError } from './errors';
import { createRemembered, type RememberedOptions } from './remembered';

/** What an account refuses of what requests can do without; asked for again after a week. */
export interface Refusals {
  /** Those that are not known to be refused. */
  wanted<Part extends OptionalPart>(resource: RowKind, parts: readonly Part[]): Promise<Part[]>;
  refused(resource: RowKind, part: OptionalPart): Promise<void>;
  taken(resource: RowKind, parts: readonly OptionalPart[]): Promise<void>;
}

const entry = z.object({ part: z.enum(optionalParts), since: z.int() });

const savedEntries = z.catch(z.record(z.string(), entry), {});

/** What is refused by what was saved, each part once. */
export const refusedPartsIn = (saved: unknown): OptionalPart[] => [
  ...new Set(Object.values(savedEntries.parse(saved)).map(({ part }) => part)),
];

const nameOf = (resource: RowKind, part: OptionalPart) => `${resource} ${part}`;

export function createRefusals(options: RememberedOptions): Refusals {
  const remembered = createRemembered(entry, ({ part }, since) => ({ part, since }), options);
  return {
    async wanted(resource, parts) {
      const known = await Promise.all(parts.map((part) => remembered.get(nameOf(resource, part))));
      return parts.filter((_, place) => {
        const found = known[place];
        return !found || !remembered.isFresh(found);
      });
    },
    refused: (resource, part) => remembered.set(nameOf(resource, part), { part }),
    taken: (resource, parts) => remembered.remove(parts.map((part) => nameOf(resource, part))),
  };
}

const isSort = (part: OptionalPart) => part.startsWith('sort=');
const isInclude = (part: OptionalPart) => !isSort(part) && !part.startsWith('filter[');

/** The query that asks for includes and a sort. */
export function queryOf(parts: readonly OptionalPart[]): Readonly<Record<string, string>> {
  const includes = parts.filter(isInclude);
  const sort = parts.find(isSort);
  return {
    ...(includes.length > 0 && { include: includes.join(',') }),
    ...(sort !== undefined && { sort: sort.slice('sort='.length) }),
  };
}

/**
 * Whether an error may be about a part of the request alone. An include may be out of the key's reach, and
 * a server may fail over one that it does not know.
 */
function mayBeRefusal(error: unknown, parts: readonly OptionalPart[]): boolean {
  if (!(error instanceof ItGlueError)) return false;
  const { kind, status } = error;
  if (kind === 'malformed-request' || kind === 'refused') return true;
  return parts.some(isInclude) && (kind === 'out-of-reach' || status === 500);
}

/**
 * Asks with all parts that the account is not known to refuse. Where that is refused and the plain
 * request is not, the parts are tried one after the other, and what is refused is remembered.
 * @param ask asks with these parts only
 * @throws the error that all parts together led to, where the plain request fails, too
 */
export async function withOptional<Part extends OptionalPart, Answer>(
  refusals: Refusals,
  resource: RowKind,
  parts: readonly Part[],
  ask: (parts: readonly Part[]) => Promise<Answer>,
): Promise<Answer> {
  const wanted = await refusals.wanted(resource, parts);
  try {
    const answer = await ask(wanted);
    await refusals.taken(resource, wanted);
    return answer;
  } catch (error) {
    const [first, ...others] = wanted;
    if (first === undefined || !mayBeRefusal(error, wanted)) throw error;
    let answer = await ask([]).catch(() => {
      throw error;
    });
    if (others.length === 0) {
      await refusals.refused(resource, first);
      return answer;
    }
    const taken: Part[] = [];
    for (const part of wanted) {
      try {
        answer = await ask([...taken, part]);
        taken.push(part);
      } catch (refusal) {
        if (!mayBeRefusal(refusal, [part])) throw refusal;
        await refusals.refused(resource, part);
      }
    }
    await refusals.taken(resource, taken);
    return answer;
  }
}
