import type { CatalogItem } from '@/lib/itglue/catalog';
import type { DeviceKind } from '@/lib/model/device';
import { whyNoKeys } from '@/lib/store/credentials';
import { changeSettings, readSettings } from '@/lib/store/meta';
import { write } from '@/lib/store/open';
import { ProblemError } from '@/lib/model/problem-error';
import { reportProblem, type MatchingContext } from '../context';
import { typeFor } from '@/lib/model/configuration-type';

/** For so long the tenant's types are taken to be the same, milliseconds. */
const fresh = 5 * 60_000;

export interface TypesService {
  /** The tenant's configuration types, by name. @throws ProblemError where IT Glue cannot be asked */
  list(): Promise<readonly CatalogItem[]>;
  /** Saves which type each of these kinds gets; `null`: to be found by name again. */
  save(changes: Partial<Record<DeviceKind, string | null>>): Promise<void>;
  /** The type of each kind: the one that was chosen, else one found by its name, which is then saved. */
  resolve(kinds: readonly DeviceKind[]): Promise<Map<DeviceKind, string>>;
}

export function createTypesService(context: MatchingContext): TypesService {
  const { store, now } = context;
  let known: { readonly at: number; readonly types: readonly CatalogItem[] } | undefined;

  async function list(): Promise<readonly CatalogItem[]> {
    if (known && now() - known.at < fresh) return known.types;
    const clients = await context.clients();
    if (!clients) throw new ProblemError(await whyNoKeys(store));
    try {
      const types = await clients.itGlue.configurationTypes();
      known = { at: now(), types: [...types].sort((a, b) => a.name.localeCompare(b.name)) };
      return known.types;
    } catch (error) {
      throw new ProblemError(await reportProblem(context, error));
    }
  }

  async function save(changes: Partial<Record<DeviceKind, string | null>>): Promise<void> {
    await write(store, (transaction) =>
      changeSettings(transaction, ({ configurationTypes }) => ({
        configurationTypes: { ...configurationTypes, ...changes },
      })),
    );
    context.committed();
  }

  return {
    list,
    save,
    async resolve(kinds) {
      const { configurationTypes } = await readSettings(store);
      const missing = [...new Set(kinds)].filter((kind) => configurationTypes[kind] === null);
      const found: Partial<Record<DeviceKind, string>> = {};
      if (missing.length > 0) {
        const types = await list();
        for (const kind of missing) {
          const id = typeFor(kind, types);
          if (id !== null) found[kind] = id;
        }
        if (Object.keys(found).length > 0) await save(found);
      }
      const all = { ...configurationTypes, ...found };
      return new Map(
        kinds.flatMap((kind) => {
          const id = all[kind];
          return id === null ? [] : [[kind, id] as const];
        }),
      );
    },
  };
}
