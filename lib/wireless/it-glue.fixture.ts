import { createHash } from 'node:crypto';
import { flexibleAssetTypeId, networkId, type OrganizationId } from '@/lib/model/ids';
import type { RelatedItem } from '@/lib/model/related-item';
import { FakeRows, given, readPassword } from './it-glue-rows.fixture';
import { desiredSsids, type DesiredSsid } from './desired';
import { organizationsOf, type FakeNetwork } from './networks.fixture';
import type { WirelessInput } from './input';
import { rememberPassword, rememberRecord, type WirelessLedger } from './ledger';
import { relationNotes, type Operation, type Reference } from './operation';
import { planWireless, type WirelessPlan } from './plan';
import { identityKey, slotKey, type Slot } from './slot';
import { userTraits, writtenTraits } from './traits';

const fakeDigest = (key: string) => createHash('sha256').update(`seed${key}`).digest('hex');

/** IT Glue in memory together with one browser's ledger: plans, and carries the plan out. */
export class FakeItGlue extends FakeRows {
  ledger: WirelessLedger = { entries: [], archivedUserRecords: { records: [], passwords: [] } };
  /** How often anything was written. */
  writes = 0;
  unreadOrganizations = new Set<OrganizationId>();
  unreadSlots = new Set<string>();

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
      typeCopies: [],
      recordsOfCopies: [],
      records: [...this.records.values()].map((one) => this.readRecord(one)),
      passwords: [...this.passwords.values()].map(readPassword),
      recordRelations: new Map([...this.records.values()].map(({ id }) => [id, linksOf(id)])),
      passwordRelations: new Map([...this.passwords.values()].map(({ id }) => [id, linksOf(id)])),
      unreadOrganizations: this.unreadOrganizations,
      unreadSlots: this.unreadSlots,
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
    return this.carryOut(networks, this.plan(networks, autoCreate), { upTo, remembers });
  }

  /** Carries out a plan that was made some time ago. */
  carryOut(
    networks: readonly FakeNetwork[],
    plan: WirelessPlan,
    { upTo = Infinity, remembers = true } = {},
  ): Operation[] {
    this.ledger = plan.ledger;
    const desired = desiredSsids(organizationsOf(networks));
    const made = new Map<string, string>();
    const sent = plan.operations.slice(0, upTo);
    sent.forEach((operation, index) => {
      const before = this.ledger;
      this.#perform(operation, desired, made);
      // Killed after the write reached IT Glue, before its outcome was kept.
      if (!remembers && index === sent.length - 1) this.ledger = before;
    });
    return [...plan.operations];
  }

  #perform(
    operation: Operation,
    desired: ReadonlyMap<string, DesiredSsid>,
    made: Map<string, string>,
  ): void {
    this.writes += 1;
    const keyOf = (slot: Slot) => desired.get(slotKey(slot))?.key ?? '';
    const idOf = (reference: Reference<string>, what: string) =>
      'id' in reference ? reference.id : given(made.get(what + slotKey(reference.createdFor)));
    switch (operation.kind) {
      case 'create-type':
        this.type = {
          id: flexibleAssetTypeId(this.nextId()),
          enabled: true,
          ...operation.draft,
          fields: operation.draft.fields.map((draft) => this.field(draft)),
        };
        return;
      case 'repair-type':
        given(this.type).fields.push(...operation.drafts.map((draft) => this.field(draft)));
        return;
      case 'enable-type':
      case 'disable-type':
        given(this.type).enabled = operation.kind === 'enable-type';
        return;
      case 'create-record':
      case 'update-record': {
        const { slot, values } = operation;
        const type = given(this.type);
        const before =
          operation.kind === 'update-record' ? given(this.records.get(operation.recordId)) : null;
        const others = before ? userTraits(type, this.readRecord(before).traits).written : {};
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
          this.readRecord(given(this.records.get(id))),
          type,
          {
            key: keyOf(slot),
            digest: fakeDigest(keyOf(slot)),
            values,
            keyMoved: operation.kind === 'update-record' && operation.keyMoved,
          },
        );
        return;
      }
      case 'archive-record':
      case 'unarchive-record': {
        const record = given(this.records.get(operation.recordId));
        record.archived = operation.kind === 'archive-record';
        record.updatedAt = this.tick();
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
          this.writeTexts(id, operation.changes);
          const { value } = operation;
          const differs =
            this.keysRead === 'value' ? password.value !== key : value !== 'moved-again';
          const writes = value !== 'known' && differs;
          if (writes) this.setPassword(id, key);
          // Looked at and found right, it is not written.
          if (!writes && Object.keys(operation.changes).length === 0) this.writes -= 1;
          this.ledger = rememberPassword(this.ledger, slot, readPassword(password), {
            digest: value === 'known' ? null : fakeDigest(key),
            texts: given(desired.get(slotKey(slot))).password,
            moved: this.keysRead !== 'value' && value !== 'unknown',
          });
          return;
        }
        this.ledger = rememberPassword(this.ledger, slot, readPassword(password), {
          digest: fakeDigest(key),
          texts: given(desired.get(slotKey(slot))).password,
        });
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
}
