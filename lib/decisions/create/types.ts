import type { CatalogItem } from '@/lib/itglue/catalog';
import { readViewer } from '@/lib/access/viewer';
import type { ActivityEvent } from '@/lib/model/activity';
import { deviceKinds, type DeviceKind } from '@/lib/model/device';
import { normalizeName } from '@/lib/model/name';
import { logAll } from '@/lib/store/activity';
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
  /**
   * Saves which type each of these kinds gets; `null`: to be found by name again.
   * @throws ProblemError where the company has set one of them
   */
  save(changes: Partial<Record<DeviceKind, string | null>>): Promise<void>;
  /** Saves the types that the company has set by their names, as far as IT Glue has them. */
  follow(): Promise<void>;
  /** The type of each kind: the one that was chosen, else one found by its name, which is then saved. */
  resolve(kinds: readonly DeviceKind[]): Promise<Map<DeviceKind, string>>;
}

export function createTypesService(
  context: MatchingContext & {
    /** The names of the types that the company has set. */
    readonly managedTypes: () => Promise<Partial<Record<DeviceKind, string>>>;
  },
): TypesService {
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

  type Changes = Partial<Record<DeviceKind, string | null>>;

  /** @param who chose them; `null` where they were found by their names */
  async function change(changes: Changes, who: string | null): Promise<void> {
    const names = new Map(known?.types.map(({ id, name }) => [id, name]));
    await write(store, async (transaction) => {
      const { configurationTypes: before } = await readSettings(transaction);
      await changeSettings(transaction, () => ({ configurationTypes: { ...before, ...changes } }));
      if (who === null) return;
      const events = deviceKinds.flatMap((device): ActivityEvent[] => {
        const typeId = changes[device];
        if (typeId === undefined || typeId === before[device]) return [];
        const typeName = typeId === null ? undefined : names.get(typeId);
        return [{ kind: 'type-chosen', device, typeId, ...(typeName && { typeName }) }];
      });
      await logAll(transaction, new Date(now()).toISOString(), events, who);
    });
    context.committed();
  }

  /** Of the types that the company has set, those that IT Glue has. */
  async function follow(): Promise<Changes> {
    const set = await context.managedTypes();
    const kinds = deviceKinds.filter((kind) => set[kind] !== undefined);
    if (kinds.length === 0) return {};
    const ids = new Map((await list()).map(({ id, name }) => [normalizeName(name), id]));
    const found: Changes = {};
    for (const kind of kinds) found[kind] = ids.get(normalizeName(set[kind] ?? '')) ?? null;
    const { configurationTypes } = await readSettings(store);
    const changed = kinds.filter((kind) => found[kind] !== configurationTypes[kind]);
    const changes = Object.fromEntries(changed.map((kind) => [kind, found[kind]])) as Changes;
    if (changed.length > 0) await change(changes, 'policy');
    return found;
  }

  return {
    list,
    async save(changes) {
      const set = await context.managedTypes();
      const { configurationTypes: before } = await readSettings(store);
      const isManaged = (kind: DeviceKind) =>
        set[kind] !== undefined && changes[kind] !== undefined && changes[kind] !== before[kind];
      if (deviceKinds.some(isManaged)) throw new ProblemError({ kind: 'managed' });
      // This worker may not have listed them; what cannot be read now is told by its id.
      await list().catch(() => undefined);
      await change(changes, (await readViewer(store)).name);
    },
    async follow() {
      await follow();
    },
    async resolve(kinds) {
      const managed = await follow();
      const { configurationTypes } = await readSettings(store);
      const missing = [...new Set(kinds)].filter(
        (kind) => configurationTypes[kind] === null && !(kind in managed),
      );
      const found: Partial<Record<DeviceKind, string>> = {};
      if (missing.length > 0) {
        const types = await list();
        for (const kind of missing) {
          const id = typeFor(kind, types);
          if (id !== null) found[kind] = id;
        }
        if (Object.keys(found).length > 0) await change(found, null);
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
