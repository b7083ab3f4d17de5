import type { FlexibleAsset, WrittenTraits } from '@/lib/model/flexible-asset';
import { flexibleAssetId, type FlexibleAssetTypeId, type OrganizationId } from '@/lib/model/ids';
import type { Presence, SharedEntry } from '@/lib/model/shared-entry';
import type { ItGlueCalls } from '@/lib/itglue/client';
import { ItGlueError } from '@/lib/itglue/errors';
import { readAll } from '@/lib/itglue/read-all';
import { pack, unpack, type Unpacked } from './codec';
import { readContent, writeEntries, writePresence } from './content';
import { fieldNames, recordTypeName, traitOf, usableType, type FieldName } from './record-type';
import { NotShared, type SharedState, type TeamRow } from './shared-state';

/** At most so much in one record at first, characters: the size limit of a text box is documented nowhere. */
const largestText = 32_000;
/** Smaller is not tried. */
const smallestText = 1000;
/** How many of the newest records are asked for, until all that changed are among them. */
const newestCounts = [10, 50, 250, 1000] as const;
/** The type is looked at again so often, milliseconds; at once where a call fails that may fail because of it. */
const typeLifetime = 24 * 60 * 60_000;

/** What is remembered of the account. */
interface RecordLimits {
  /** What the account was seen to take in one text box, characters. */
  readonly text: number;
}

export type TeamCalls = Pick<
  ItGlueCalls,
  | 'flexibleAssetTypesNamed'
  | 'flexibleAssetsPage'
  | 'flexibleAssetsNewest'
  | 'flexibleAsset'
  | 'createFlexibleAsset'
  | 'updateFlexibleAsset'
  | 'archiveFlexibleAsset'
  | 'deleteFlexibleAssets'
>;

export interface ItGlueStateOptions {
  readonly itGlue: TeamCalls;
  /** The organization that records are made in. @throws NotShared where none is known */
  readonly home: () => Promise<OrganizationId>;
  /** Milliseconds since 1970, by IT Glue's clock as far as it is known. */
  readonly now: () => number;
  readonly limits: {
    load(): Promise<RecordLimits | undefined>;
    save(limits: RecordLimits): Promise<void>;
  };
  /** What people read in IT Glue; texts, not markup. */
  readonly words: {
    title(written: Written): string;
    /** One line each. */
    summary(written: Written): readonly string[];
  };
  readonly browser: () => Promise<string>;
  readonly version: string;
  /** How JSON becomes a text that survives in a text box, and back. */
  readonly codec?: Codec;
}

export interface Codec {
  pack(value: unknown): Promise<string>;
  unpack(text: string): Promise<Unpacked>;
}

/** What a record is written with. */
export type Written =
  | { readonly kind: 'entries'; readonly entries: readonly SharedEntry[] }
  | { readonly kind: 'presence'; readonly presence: Presence };

/** The shared state in flexible assets of a type of its own. */
export function createItGlueState(options: ItGlueStateOptions): SharedState {
  const { itGlue, now, codec = { pack, unpack } } = options;
  let known: { readonly id: FlexibleAssetTypeId; readonly until: number } | null = null;
  /** Records with traits that are no fields of ours: writing over them would delete those. */
  const notOnlyOurs = new Set<string>();

  async function typeId(): Promise<FlexibleAssetTypeId> {
    if (known && now() < known.until) return known.id;
    known = null;
    const { id } = usableType(await itGlue.flexibleAssetTypesNamed(recordTypeName));
    known = { id, until: now() + typeLifetime };
    return id;
  }

  /** What fails may fail because people changed the type: it is looked at before the next call. */
  async function withType<Result>(
    work: (type: FlexibleAssetTypeId) => Promise<Result>,
  ): Promise<Result> {
    const type = await typeId();
    try {
      return await work(type);
    } catch (error) {
      if (error instanceof ItGlueError && aboutType.has(error.kind)) known = null;
      throw error;
    }
  }

  async function toRow(asset: FlexibleAsset): Promise<TeamRow> {
    const ours = Object.keys(fieldNames).map((field) => traitOf(field as FieldName));
    if (Object.keys(asset.traits).some((trait) => !ours.includes(trait))) notOnlyOurs.add(asset.id);
    const data = asset.traits[traitOf('data')];
    const text = typeof data === 'string' ? data : '';
    const updatedAt = asset.updatedAt === null ? NaN : Date.parse(asset.updatedAt);
    return {
      id: asset.id,
      updatedAt: Number.isNaN(updatedAt) ? null : updatedAt,
      archived: asset.archived,
      length: text.length,
      content: await contentIn(text),
    };
  }

  async function contentIn(text: string): Promise<TeamRow['content']> {
    const unpacked = await codec.unpack(text);
    if (unpacked.state !== 'intact') return { kind: unpacked.state };
    return readContent(unpacked.value, now()) ?? { kind: 'foreign' };
  }

  const toRows = (assets: readonly FlexibleAsset[]) => Promise.all(assets.map(toRow));

  async function traitsOf(written: Written, text: string): Promise<WrittenTraits> {
    const summary = options.words.summary(written).map(escapeHtml).join('<br>');
    const segment = written.kind === 'presence' ? 'browser' : 'decisions';
    return {
      [traitOf('name')]: options.words.title(written),
      [traitOf('browser')]: await options.browser(),
      [traitOf('segment')]: segment,
      [traitOf('version')]: options.version,
      [traitOf('sequence')]: new Date(now()).toISOString(),
      [traitOf('summary')]: summary,
      [traitOf('data')]: text,
    };
  }

  /** What IT Glue made of what it was sent. */
  async function verified(asset: FlexibleAsset): Promise<TeamRow | null> {
    const isAnswered = traitOf('data') in asset.traits;
    const row = await toRow(isAnswered ? asset : await itGlue.flexibleAsset(asset.id));
    const isIntact = row.content.kind === 'entries' || row.content.kind === 'presence';
    return isIntact ? row : null;
  }

  async function addAll(
    type: FlexibleAssetTypeId,
    organization: OrganizationId,
    entries: readonly SharedEntry[],
  ): Promise<TeamRow[]> {
    const halves = async () => {
      const middle = Math.ceil(entries.length / 2);
      const first = await addAll(type, organization, entries.slice(0, middle));
      return [...first, ...(await addAll(type, organization, entries.slice(middle)))];
    };
    const text = await codec.pack(writeEntries(entries));
    const limit = (await options.limits.load())?.text ?? largestText;
    const isLeast = entries.length === 1 || text.length <= smallestText;
    if (text.length > limit && !isLeast) return halves();
    const rememberSmaller = () => {
      const half = Math.max(smallestText, Math.floor(text.length / 2));
      return options.limits.save({ text: Math.min(limit, half) });
    };
    let asset: FlexibleAsset;
    try {
      const traits = await traitsOf({ kind: 'entries', entries }, text);
      asset = await itGlue.createFlexibleAsset(organization, type, traits);
    } catch (error) {
      if (isLeast || !mayBeTooLarge(error)) throw error;
      await rememberSmaller();
      return halves();
    }
    const row = await verified(asset);
    if (row) return [row];
    await rememberSmaller();
    await removeOne(asset.id);
    if (isLeast) throw new NotShared('text-changed');
    return halves();
  }

  async function removeOne(id: string): Promise<void> {
    try {
      await itGlue.deleteFlexibleAssets([flexibleAssetId(id)]);
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }

  return {
    readAll: () =>
      withType(async (type) => {
        const { rows } = await readAll((page) => itGlue.flexibleAssetsPage(page, type));
        return toRows(rows);
      }),

    readSince: (time) =>
      withType(async (type) => {
        for (const count of newestCounts) {
          const { rows, skipped } = await itGlue.flexibleAssetsNewest(type, count);
          const last = rows.at(-1)?.updatedAt;
          const isEnough = rows.length + skipped.length < count;
          if (isEnough || (last && Date.parse(last) < time)) return toRows(rows);
        }
        const { rows } = await readAll((page) => itGlue.flexibleAssetsPage(page, type));
        return toRows(rows);
      }),

    addEntries: (entries) =>
      withType(async (type) => {
        const before = await options.limits.load();
        try {
          return await addAll(type, await options.home(), entries);
        } catch (error) {
          // Refused however small: so it was not the size.
          if (mayBeTooLarge(error)) await options.limits.save(before ?? { text: largestText });
          throw error;
        }
      }),

    writePresence: (id, presence) =>
      withType(async (type) => {
        const text = await codec.pack(writePresence(presence));
        const traits = await traitsOf({ kind: 'presence', presence }, text);
        const create = async () => itGlue.createFlexibleAsset(await options.home(), type, traits);
        if (id === null || notOnlyOurs.has(id)) return toRow(await create());
        try {
          return await toRow(await itGlue.updateFlexibleAsset(flexibleAssetId(id), traits));
        } catch (error) {
          if (!isGone(error)) throw error;
          return toRow(await create());
        }
      }),

    async remove(ids) {
      try {
        await itGlue.deleteFlexibleAssets(ids.map(flexibleAssetId));
      } catch (error) {
        if (!isGone(error)) throw error;
        for (const id of ids) await removeOne(id);
      }
    },

    async archive(id) {
      try {
        await itGlue.archiveFlexibleAsset(flexibleAssetId(id), true);
      } catch (error) {
        if (!isGone(error)) throw error;
      }
    },
  };
}

const aboutType: ReadonlySet<ItGlueError['kind']> = new Set([
  'not-found',
  'refused',
  'malformed-request',
  'out-of-reach',
]);

/** Not there any more, or not for this key: the record alone, since the key is good. */
const isGone = (error: unknown): boolean =>
  error instanceof ItGlueError && (error.kind === 'not-found' || error.kind === 'out-of-reach');

/** 413 says so, 422 may mean it. */
const mayBeTooLarge = (error: unknown): boolean =>
  error instanceof ItGlueError && (error.status === 413 || error.status === 422);

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
