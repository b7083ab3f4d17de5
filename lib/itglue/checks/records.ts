import * as z from 'zod/mini';
import {
  finding,
  subjects,
  verdict,
  type Check,
  type Finding,
  type Sight,
  type Subject,
} from '@/lib/model/setup-check';
import type { ItGlueProbe } from '../probe';
import { look, textOf, type LooseRow } from './looks';

interface RecordType {
  readonly id: string;
  readonly fields: readonly LooseRow[];
}

/** The type of the extension's records with its fields; `null` where there is none. @throws ItGlueError */
export async function recordType(probe: ItGlueProbe): Promise<RecordType | null> {
  const { name } = probe.own.recordType;
  const query = { 'filter[name]': name, include: 'flexible_asset_fields' };
  const { rows, included } = await look(probe, '/flexible_asset_types', 50, query);
  const type = rows.find(({ attributes }) => attributes['name'] === name);
  if (!type) return null;
  const related = z.object({ data: z.array(z.object({ id: z.coerce.string() })) });
  const ids = related
    .safeParse(type.relationships?.['flexible-asset-fields'])
    .data?.data.map(({ id }) => id);
  // Without the relationship all that came along are its fields.
  return { id: type.id, fields: included.filter(({ id }) => ids?.includes(id) ?? true) };
}

/** Records of the type, any of them. @throws ItGlueError */
export async function someRecords(probe: ItGlueProbe, type: RecordType): Promise<LooseRow[]> {
  const query = { 'filter[flexible-asset-type-id]': type.id };
  return (await look(probe, '/flexible_assets', 50, query)).rows;
}

const isSubject = (name: string): name is Subject => subjects.some((one) => one === name);

/** The type that was made has the fields that were asked for, under their names and of their kinds. */
export const recordTypeCheck: Check<ItGlueProbe> = {
  id: 'itglue-record-type',
  source: 'reference',
  async run(probe) {
    const type = await recordType(probe);
    if (!type) return verdict('unseen', finding('flexible asset type', 'none'));
    const seen = probe.own.recordType.fields.flatMap(({ name, kind }): Finding[] => {
      if (!isSubject(name)) return [];
      const field = type.fields.find(({ attributes }) => attributes['name'] === name);
      if (!field) return [finding(name, 'absent')];
      return [finding(name, field.attributes['kind'] === kind ? 'as-assumed' : 'other')];
    });
    const differs = seen.some(({ sight }) => sight !== 'as-assumed');
    return verdict(differs ? 'differs' : 'holds', ...seen);
  },
};

const traitsOf = ({ attributes }: LooseRow): Record<string, unknown> =>
  z.catch(z.record(z.string(), z.unknown()), {}).parse(attributes['traits']);

const valuesOf = (records: readonly LooseRow[], { attributes }: LooseRow): unknown[] =>
  records
    .map((record) => traitsOf(record)[textOf(attributes['name-key'])])
    .filter((value) => value !== undefined && value !== null && value !== '');

const ofKind = ({ fields }: RecordType, kind: string): LooseRow[] =>
  fields.filter(({ attributes }) => attributes['kind'] === kind);

const tags = ['br', 'p', 'div', 'span'] as const satisfies readonly Subject[];

/** A text box keeps the HTML that was written: escaped text, lines ended by `<br>`, no other tag. */
export const textBoxesCheck: Check<ItGlueProbe> = {
  id: 'itglue-text-boxes',
  source: 'assumed',
  async run(probe) {
    const type = await recordType(probe);
    const records = type ? await someRecords(probe, type) : [];
    const own = probe.own.recordType.fields.filter(({ kind }) => kind === 'Textbox');
    const boxes = type
      ? ofKind(type, 'Textbox').filter(({ attributes }) =>
          own.some(({ name }) => name === attributes['name']),
        )
      : [];
    const texts = boxes.flatMap((field) => valuesOf(records, field)).map(textOf);
    if (texts.length === 0) return verdict('unseen', finding('Textbox', 'none'));
    const met = tags
      .map((tag) => {
        const pattern = new RegExp(`<${tag}(?:[\\s/>])`, 'i');
        return finding(tag, 'rows', texts.filter((text) => pattern.test(text)).length);
      })
      .filter(({ count }) => count !== 0);
    const others = texts.filter((text) => /<(?!br>)[^>]*>/i.test(text)).length;
    return others === 0
      ? verdict('holds', finding('Textbox', 'as-assumed', texts.length), ...met)
      : verdict('differs', finding('Textbox', 'other', others), ...met);
  },
};

const kinds = [
  { subject: 'Password', kind: 'Password' },
  { subject: 'Upload', kind: 'Upload' },
  { subject: 'Number', kind: 'Number' },
  { subject: 'Tag', kind: 'Tag' },
] as const satisfies readonly { subject: Subject; kind: string }[];

/** A Tag reads as `{type, values}`, a Password as the id of an embedded one, an Upload as no text, a Number as one. */
export const traitsCheck: Check<ItGlueProbe> = {
  id: 'itglue-traits',
  source: 'reports',
  async run(probe) {
    const type = await recordType(probe);
    if (!type) return verdict('unseen', finding('flexible asset type', 'none'));
    const records = await someRecords(probe, type);
    const met = kinds.flatMap(({ subject, kind }) =>
      ofKind(type, kind).flatMap((field) =>
        valuesOf(records, field).map((value) => ({ subject, value })),
      ),
    );
    if (met.length === 0) return verdict('unseen', finding('flexible assets', 'none'));
    const differs = met.some(({ subject, value }) => !asAssumed(subject, value));
    return verdict(differs ? 'differs' : 'holds', ...counted(met));
  },
};

function asAssumed(subject: (typeof kinds)[number]['subject'], value: unknown): boolean {
  switch (subject) {
    case 'Password':
      return typeof value === 'number' || /^\d+$/.test(textOf(value));
    case 'Upload':
      return typeof value === 'object';
    case 'Number':
      return typeof value === 'number' || /^-?[\d.]+$/.test(textOf(value));
    case 'Tag':
      return z.object({ type: z.string(), values: z.array(z.unknown()) }).safeParse(value).success;
  }
}

function typeOf(value: unknown): Sight {
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'number') return 'number';
  return typeof value === 'string' ? 'text' : 'object';
}

/** Each subject with each type of value that was met, and how often. */
function counted(met: readonly { subject: Subject; value: unknown }[]): Finding[] {
  const counts = new Map<string, Finding>();
  for (const { subject, value } of met) {
    const sight = typeOf(value);
    const key = `${subject} ${sight}`;
    counts.set(key, finding(subject, sight, (counts.get(key)?.count ?? 0) + 1));
  }
  return [...counts.values()];
}
