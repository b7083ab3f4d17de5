import { createHash } from 'node:crypto';
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
  networkId,
  passwordId,
  type FlexibleAssetId,
  type OrganizationId,
  type PasswordId,
} from '@/lib/model/ids';
import type { Password } from '@/lib/model/password';
import type { RelatedItem, Relatable } from '@/lib/model/related-item';
import { desiredSsids } from './desired';
import { organizationsOf, type FakeNetwork } from './networks.fixture';
import type { WirelessInput } from './input';
import { rememberPassword, rememberRecord, type WirelessLedger } from './ledger';
import { relationNotes, type Operation, type Reference } from './operation';
import { planWireless, type WirelessPlan } from './plan';
import { identityKey, slotKey, type Slot } from './slot';
import { writtenTraits } from './traits';

const fakeDigest = (key: string) => createHash('sha256').update(`seed${key}`).digest('hex');

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

/** IT Glue in memory, as far as Wi-Fi documentation goes, together with one browser's ledger. */
export class FakeItGlue {
  type: (FlexibleAssetType & { enabled: boolean; fields: FlexibleAssetField[] }) | null = null;
  readonly records = new Map<string, FakeRecord>();
  readonly passwords = new Map<string, FakePassword>();
  relations: FakeRelation[] = [];
  ledger: WirelessLedger = { entries: [], archivedUserRecords: { records: [], passwords: [] } };
  unreadOrganizations = new Set<OrganizationId>();
  #last = 1000;
  #now = Date.parse('2026-01-01T00:00:00Z');

  /** @param keysRead how keys in records read: without password access they are left out, or masked */
  constructor(readonly keysRead: 'value' | 'absent' | 'masked' = 'value') {}

  #id = () => String((this.#last += 1));
  /** Time passes with every write. */
  #tick = () => new Date((this.#now += 1000)).toISOString();

  input(networks: readonly FakeNetwork[], autoCreate = true): WirelessInput {
    const linksOf = (source: string): RelatedItem[] =>
      this.relations
        .filter((one) => one.source === source)
        .map(({ id, kind, destinationId, notes }) => ({ id, kind, destinationId, notes }));
    const organizations = organizationsOf(networks);
    return {
      autoCreate,
      organizations,
      digests: new Map(
        networks.flatMap(({ id, ssids }) =>
          ssids.flatMap(({ number, key }) =>
            key ? [[identityKey({ networkId: networkId(id), number }), fakeDigest(key)]] : [],
          ),
        ),
      ),
      type: this.type && { ...this.type, fields: [...this.type.fields] },
      records: [...this.records.values()].map((one) => this.#readRecord(one)),
      passwords: [...this.passwords.values()].map(readPassword),
      recordRelations: new Map([...this.records.values()].map(({ id }) => [id, linksOf(id)])),
      passwordRelations: new Map([...this.passwords.values()].map(({ id }) => [id, linksOf(id)])),
      unreadOrganizations: this.unreadOrganizations,
      ledger: this.ledger,
    };
  }

  plan(networks: readonly FakeNetwork[], autoCreate = true): WirelessPlan {
    return planWireless(this.input(networks, autoCreate));
  }

  /** Plans and carries out; a killed worker gets no further than `upTo` operations. */
  sync(
    networks: readonly FakeNetwork[],
    { autoCreate = true, upTo = Infinity, remembers = true } = {},
  ): Operation[] {
    const plan = this.plan(networks, autoCreate);
    this.ledger = plan.ledger;
    const keys = desiredSsids(organizationsOf(networks));
    const made = new Map<string, string>();
    const sent = plan.operations.slice(0, upTo);
    sent.forEach((operation, index) => {
      const before = this.ledger;
      this.#perform(operation, (slot) => keys.get(slotKey(slot))?.key ?? '', made);
      // Killed after the write reached IT Glue, before its outcome was kept.
      if (!remembers && index === sent.length - 1) this.ledger = before;
    });
    return [...plan.operations];
  }

  #perform(operation: Operation, keyOf: (slot: Slot) => string, made: Map<string, string>): void {
    const idOf = (reference: Reference<string>, what: string) =>
      'id' in reference ? reference.id : given(made.get(what + slotKey(reference.createdFor)));
    switch (operation.kind) {
      case 'create-type':
        this.type = {
          id: flexibleAssetTypeId(this.#id()),
          enabled: true,
          ...operation.draft,
          fields: operation.draft.fields.map((draft) => this.#field(draft)),
        };
        return;
      case 'repair-type':
        given(this.type).fields.push(...operation.drafts.map((draft) => this.#field(draft)));
        return;
      case 'enable-type':
      case 'disable-type':
        given(this.type).enabled = operation.kind === 'enable-type';
        return;
      case 'create-record':
      case 'update-record': {
        const { slot, values } = operation;
        const type = given(this.type);
        const others = operation.kind === 'update-record' ? operation.others : {};
        const traits = writtenTraits(type, values, keyOf(slot), others);
        const id =
          operation.kind === 'update-record'
            ? operation.recordId
            : this.addRecord(slot.organizationId, {}, false);
        this.writeTraits(id, traits);
        made.set(`record ${slotKey(slot)}`, id);
        this.ledger = rememberRecord(
          this.ledger,
          slot,
          this.#readRecord(given(this.records.get(id))),
          type,
          { key: keyOf(slot), digest: fakeDigest(keyOf(slot)) },
        );
        return;
      }
      case 'archive-record':
      case 'unarchive-record': {
        const record = given(this.records.get(operation.recordId));
        record.archived = operation.kind === 'archive-record';
        record.updatedAt = this.#tick();
        return;
      }
      case 'create-password':
      case 'update-password': {
        const { slot } = operation;
        const key = keyOf(slot);
        const id =
          operation.kind === 'update-password'
            ? operation.passwordId
            : this.addPassword(slot.organizationId, operation.name, operation.notes, key, false);
        made.set(`password ${slotKey(slot)}`, id);
        const password = given(this.passwords.get(id));
        if (operation.kind === 'update-password') {
          Object.assign(password, operation.changes);
          if (!operation.withValue) return;
          this.setPassword(id, key);
        }
        this.ledger = rememberPassword(this.ledger, slot, readPassword(password), fakeDigest(key));
        return;
      }
      case 'archive-password':
      case 'unarchive-password':
        given(this.passwords.get(operation.passwordId)).archived =
          operation.kind === 'archive-password';
        return;
      case 'relate': {
        const { destination } = operation;
        this.relate(
          idOf(operation.record, 'record '),
          destination.kind,
          destination.kind === 'password'
            ? idOf(destination.password, 'password ')
            : destination.configurationId,
          relationNotes,
        );
        return;
      }
      case 'unrelate':
        this.relations = this.relations.filter(({ id }) => id !== operation.relationId);
    }
  }

  #field(
    draft: Pick<FlexibleAssetField, 'name' | 'kind' | 'order'> & Partial<FlexibleAssetField>,
  ): FlexibleAssetField {
    return {
      nameKey: nameKey(draft.name),
      required: false,
      useForTitle: false,
      showInList: false,
      tagType: null,
      ...draft,
      id: this.#id(),
    };
  }

  #readRecord({ id, organization, archived, traits, updatedAt }: FakeRecord): FlexibleAsset {
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

  // What both people and operations do.

  addType(fields: readonly { name: string; kind: string; tagType?: string }[]): void {
    this.type = {
      id: flexibleAssetTypeId(this.#id()),
      name: 'Datto Networking Wireless',
      description: null,
      icon: null,
      enabled: true,
      showInMenu: true,
      fields: fields.map((field, order) => this.#field({ ...field, order })),
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
    const id = flexibleAssetId(this.#id());
    const updatedAt = this.#tick();
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
    record.traits = traits;
    record.updatedAt = this.#tick();
    if (key === before) return;
    const embedded = [...this.passwords.values()].find(({ embeddedIn }) => embeddedIn?.id === id);
    if (embedded) this.passwords.delete(embedded.id);
    if (typeof key !== 'string') return;
    const made = this.addPassword(record.organization, 'Pre-shared Key', null, key);
    const password = given(this.passwords.get(made));
    password.embeddedIn = { type: 'flexible-asset-trait', id };
    password.passwordUpdatedAt = record.updatedAt;
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
    const id = passwordId(this.#id());
    this.passwords.set(id, {
      id,
      organizationId: organization,
      name,
      username: null,
      url: null,
      notes,
      embeddedIn: null,
      archived: false,
      passwordUpdatedAt: this.#tick(),
      updatedAt: null,
      value,
      byPeople,
    });
    return id;
  }

  setPassword(id: PasswordId, value: string): void {
    const password = given(this.passwords.get(id));
    if (password.value === value) return;
    password.value = value;
    password.passwordUpdatedAt = this.#tick();
  }

  relate(
    source: string,
    kind: Relatable,
    destinationId: string,
    notes: string | null = null,
  ): void {
    this.relations.push({ id: this.#id(), source, kind, destinationId, notes });
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

function readPassword(password: FakePassword): Password {
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
