import {
  nameKey,
  type FlexibleAsset,
  type FlexibleAssetField,
  type FlexibleAssetType,
  type TraitValue,
  type WrittenTraits,
} from '@/lib/model/flexible-asset';
import {
  flexibleAssetId,
  flexibleAssetTypeId,
  passwordId,
  type FlexibleAssetId,
  type OrganizationId,
  type PasswordId,
} from '@/lib/model/ids';
import type { Password } from '@/lib/model/password';
import type { Relatable } from '@/lib/model/related-item';

interface FakeRecord {
  id: FlexibleAssetId;
  organization: OrganizationId;
  archived: boolean;
  traits: WrittenTraits;
  updatedAt: string;
  byPeople: boolean;
}
type FakePassword = { -readonly [Key in keyof Password]: Password[Key] } & {
  value: string;
  byPeople: boolean;
};
interface FakeRelation {
  id: string;
  source: string;
  kind: Relatable;
  destinationId: string;
  notes: string | null;
}

/** What IT Glue holds in memory, as far as Wi-Fi documentation goes, and what users do there. */
export class FakeRows {
  type: (FlexibleAssetType & { enabled: boolean; fields: FlexibleAssetField[] }) | null = null;
  readonly records = new Map<string, FakeRecord>();
  readonly passwords = new Map<string, FakePassword>();
  relations: FakeRelation[] = [];
  /** Whether writing a key its own value moves the stamp of its password. */
  stampsEqual = false;
  #last = 1000;
  #now = Date.parse('2026-01-01T00:00:00Z');

  /**
   * @param keysRead how keys in records read: without password access they are left out, or masked
   * @param keeps in which form a text is kept, by what it is; a text box is HTML
   */
  constructor(
    readonly keysRead: 'value' | 'absent' | 'masked' = 'value',
    readonly keeps: (text: string, kind: 'text' | 'textbox') => string = (text) => text,
  ) {}

  protected nextId(): string {
    return String((this.#last += 1));
  }

  /** Time passes with every write. */
  protected tick(): string {
    return new Date((this.#now += 1000)).toISOString();
  }

  protected field(
    draft: Pick<FlexibleAssetField, 'name' | 'kind' | 'order'> & Partial<FlexibleAssetField>,
  ): FlexibleAssetField {
    return {
      nameKey: nameKey(draft.name),
      required: false,
      useForTitle: false,
      showInList: false,
      tagType: null,
      ...draft,
      id: this.nextId(),
    };
  }

  protected readRecord({
    id,
    organization,
    archived,
    traits,
    updatedAt,
  }: FakeRecord): FlexibleAsset {
    const type = given(this.type);
    const read = type.fields.flatMap((field): [string, TraitValue][] => {
      const value = traits[field.nameKey];
      if (value === undefined) return [];
      if (field.kind === 'Password' && this.keysRead !== 'value')
        return this.keysRead === 'absent' ? [] : [[field.nameKey, '********']];
      if (typeof value !== 'object') return [[field.nameKey, value]];
      // In another order than written.
      const values = [...value].reverse().map((tagged) => ({ id: tagged, name: `Tag ${tagged}` }));
      return [[field.nameKey, { type: field.tagType ?? '', values }]];
    });
    return {
      id,
      organizationId: organization,
      typeId: type.id,
      name: `Record ${id}`,
      archived,
      traits: Object.fromEntries(read),
      updatedAt,
    };
  }

  addType(fields: readonly { name: string; kind: string; tagType?: string }[]): void {
    this.type = {
      id: flexibleAssetTypeId(this.nextId()),
      name: 'Datto Networking Wireless',
      description: null,
      icon: null,
      enabled: true,
      showInMenu: true,
      fields: fields.map((field, order) => this.field({ ...field, order })),
    };
  }

  removeField(name: string): void {
    const type = given(this.type);
    const field = type.fields.find((one) => one.name === name);
    if (!field) return;
    type.fields = type.fields.filter((one) => one !== field);
    for (const record of this.records.values()) {
      const traits: Record<string, WrittenTraits[string]> = { ...record.traits };
      delete traits[field.nameKey];
      record.traits = traits;
    }
  }

  addRecord(organization: OrganizationId, traits: WrittenTraits, byPeople = true): FlexibleAssetId {
    const id = flexibleAssetId(this.nextId());
    const updatedAt = this.tick();
    this.records.set(id, { id, organization, archived: false, traits: {}, updatedAt, byPeople });
    this.writeTraits(id, traits);
    return id;
  }

  /** Replaces all traits, as a PATCH does; the key becomes an embedded password. */
  writeTraits(id: FlexibleAssetId, traits: WrittenTraits): void {
    const record = given(this.records.get(id));
    const unknown = Object.keys(traits).filter(
      (key) => !given(this.type).fields.some((field) => field.nameKey === key),
    );
    if (unknown.length > 0) throw new Error(`No such fields: ${unknown.join(', ')}`);
    const key = traits['pre-shared-key'];
    const before = record.traits['pre-shared-key'];
    record.traits = Object.fromEntries(
      Object.entries(traits).map(([nameKey, value]) => [nameKey, this.#kept(nameKey, value)]),
    );
    record.updatedAt = this.tick();
    if (key === before && !this.stampsEqual) return;
    const embedded = [...this.passwords.values()].find(({ embeddedIn }) => embeddedIn?.id === id);
    if (embedded) this.passwords.delete(embedded.id);
    if (typeof key !== 'string') return;
    const made = this.addPassword(record.organization, 'Pre-shared Key', null, key);
    const password = given(this.passwords.get(made));
    password.embeddedIn = { type: 'flexible-asset-trait', id };
    password.passwordUpdatedAt = record.updatedAt;
  }

  #kept(nameKey: string, value: WrittenTraits[string]): WrittenTraits[string] {
    const kind = given(this.type).fields.find((field) => field.nameKey === nameKey)?.kind;
    if (typeof value !== 'string' || (kind !== 'Text' && kind !== 'Textbox')) return value;
    return this.keeps(value, kind === 'Text' ? 'text' : 'textbox');
  }

  /** A person changes one field, where the type has it. */
  editTrait(id: FlexibleAssetId, key: string, value: string): void {
    const fields = given(this.type).fields.map((field) => field.nameKey);
    const { traits } = given(this.records.get(id));
    if (fields.includes(key)) this.writeTraits(id, { ...traits, [key]: value });
  }

  addPassword(
    organization: OrganizationId,
    name: string,
    notes: string | null,
    value: string,
    byPeople = true,
  ): PasswordId {
    const id = passwordId(this.nextId());
    this.passwords.set(id, {
      id,
      organizationId: organization,
      name: this.keeps(name, 'text'),
      username: null,
      url: null,
      notes: notes === null ? null : this.keeps(notes, 'text'),
      embeddedIn: null,
      archived: false,
      passwordUpdatedAt: this.tick(),
      updatedAt: null,
      value,
      byPeople,
    });
    return id;
  }

  writeTexts(id: PasswordId, texts: { readonly name?: string; readonly notes?: string }): void {
    const password = given(this.passwords.get(id));
    if (texts.name !== undefined) password.name = this.keeps(texts.name, 'text');
    if (texts.notes !== undefined) password.notes = this.keeps(texts.notes, 'text');
  }

  setPassword(id: PasswordId, value: string): void {
    const password = given(this.passwords.get(id));
    if (password.value === value && !this.stampsEqual) return;
    password.value = value;
    password.passwordUpdatedAt = this.tick();
  }

  relate(
    source: string,
    kind: Relatable,
    destinationId: string,
    notes: string | null = null,
  ): void {
    const kept = notes === null ? null : this.keeps(notes, 'text');
    this.relations.push({ id: this.nextId(), source, kind, destinationId, notes: kept });
  }

  deleteRecord(id: FlexibleAssetId): void {
    this.records.delete(id);
    for (const { id: embedded, embeddedIn } of this.passwords.values())
      if (embeddedIn?.id === id) this.passwords.delete(embedded);
    this.#forgetLinks(id);
  }

  deletePassword(id: PasswordId): void {
    this.passwords.delete(id);
    this.#forgetLinks(id);
  }

  #forgetLinks(id: string): void {
    this.relations = this.relations.filter((one) => one.source !== id && one.destinationId !== id);
  }

  get liveRecords(): FakeRecord[] {
    return [...this.records.values()].filter(({ archived }) => !archived);
  }

  get generalPasswords(): FakePassword[] {
    return [...this.passwords.values()].filter(({ embeddedIn }) => embeddedIn === null);
  }

  get livePasswords(): FakePassword[] {
    return this.generalPasswords.filter(({ archived }) => !archived);
  }
}

export function readPassword(password: FakePassword): Password {
  const { id, organizationId, name, username, url, notes } = password;
  const { embeddedIn, archived, passwordUpdatedAt, updatedAt } = password;
  return {
    ...{ id, organizationId, name, username, url, notes },
    ...{ embeddedIn, archived, passwordUpdatedAt, updatedAt },
  };
}

export function given<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('Expected a value');
  return value;
}
