import { deviceKinds } from '@/lib/model/device';
import type { ConnectFailure, SecretField } from '@/lib/model/connect';
import { connectFields, secretFields } from '@/lib/model/connect';
import { policyFields, policyTypes, type PolicyField, type PolicyValues } from '@/lib/model/policy';
import { log } from '@/lib/store/activity';
import { changeSettings, readMeta, readSettings, writeMeta } from '@/lib/store/meta';
import { write } from '@/lib/store/open';
import type { Database } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import type { Engine } from '@/lib/sync/engine';
import { toProblem } from '@/lib/sync/problems';
import type { Vault } from '@/lib/vault/vault';
import type { ConnectRequest, ConnectResult } from '@/lib/messages/protocol';
import type { ManagedView } from '@/lib/views/options';
import type { Alarms } from '../alarms';
import type { WirelessService } from '../auto-create/service';
import { createInTurn } from '../in-turn';
import type { LockService } from '../lock/service';
import type { PolicySource } from './source';

const minute = 60_000;

export interface PolicyService {
  /** Reads the policy and brings about what it says of this browser; asks neither side. For every wake. */
  apply(): Promise<void>;
  /** Connects with what it says, and finds the types that it names, as far as that is not done. */
  carryOut(): Promise<void>;
  /** Sets again what it sets, where the settings were wiped. */
  settle(): Promise<void>;
  /** It is another one, or may be: what was refused is tried again. */
  changed(): Promise<void>;
  /** What of it the options show. */
  view(): Promise<ManagedView>;
}

/** What a company sets for its browsers: `storage.managed`, brought about and kept. */
export function createPolicyService(options: {
  readonly store: Database;
  readonly source: PolicySource;
  readonly vault: Vault;
  readonly engine: Engine;
  readonly lock: Pick<LockService, 'require'>;
  readonly connect: (request: ConnectRequest) => Promise<ConnectResult>;
  readonly switchAutoCreate: WirelessService['switchByPolicy'];
  /** Finds the types that are named and saves them. */
  readonly followTypes: () => Promise<void>;
  readonly isLocked: () => Promise<boolean>;
  readonly alarms: Pick<Alarms, 'policyAt'>;
  /** Keeps the worker alive while it connects; returns what ends that. */
  readonly keepAlive: () => () => void;
  readonly now: () => number;
  readonly committed: () => void;
}): PolicyService {
  const { store, source, vault, engine, now, committed } = options;
  const iso = () => new Date(now()).toISOString();

  /** Tells of what changed since it was looked at last. */
  async function note(values: Partial<PolicyValues>): Promise<void> {
    const seen = seenOf(values);
    const told = await write(store, async (transaction) => {
      const before = (await readMeta(transaction, 'policySeen')) ?? {};
      const changed = policyFields.filter((field) => seen[field] !== before[field]);
      if (changed.length === 0) return false;
      const isSet = (field: PolicyField) => field in seen;
      await writeMeta(transaction, 'policySeen', seen);
      await log(
        transaction,
        iso(),
        {
          kind: 'policy-changed',
          set: changed.filter(isSet),
          withdrawn: changed.filter((field) => !isSet(field)),
        },
        'policy',
      );
      return true;
    });
    if (told) committed();
  }

  async function settle(values: Partial<PolicyValues>): Promise<void> {
    const { syncEveryHours, autoCreate, teamHome } = values;
    const settings = await readSettings(store);
    if (syncEveryHours !== undefined && syncEveryHours !== settings.syncEveryHours) {
      await write(store, (transaction) => changeSettings(transaction, () => ({ syncEveryHours })));
      await engine.reschedule();
    }
    if (teamHome !== undefined && teamHome !== (await readMeta(store, 'teamHome')))
      await write(store, async (transaction) => {
        await writeMeta(transaction, 'teamHome', teamHome);
        // Looked at again at once, where it was missing.
        if ((await readMeta(transaction, 'teamOff'))?.reason === 'no-home')
          await writeMeta(transaction, 'teamOff', undefined);
      });
    if (autoCreate !== undefined && autoCreate !== settings.autoCreate)
      await options.switchAutoCreate(autoCreate);
  }

  /** What to connect with; `null` where that is done, or is not for the policy alone to do. */
  async function toConnect(values: Partial<PolicyValues>) {
    if (!connectFields.some((field) => values[field] !== undefined)) return null;
    if (await options.isLocked()) return null;
    const state = await vault.state();
    if (values.passphraseRequired === true && state !== 'unlocked') return null;
    const [present, saved, isConnected] = await Promise.all([
      readMeta(store, 'connection'),
      vault.read(),
      stored.isConnected(store),
    ]);
    const region = values.region ?? present?.region;
    const subdomain = values.subdomain ?? present?.subdomain;
    const secretOf = (field: SecretField) => values[field] ?? saved?.[field];
    if (!region || !subdomain || !secretFields.every((field) => secretOf(field))) return null;
    const isSo =
      isConnected &&
      present?.region === region &&
      present.subdomain === subdomain &&
      secretFields.every((field) => saved?.[field] === secretOf(field));
    return isSo ? null : { region, subdomain };
  }

  async function connect(): Promise<void> {
    const { values } = await source.current();
    const request = await toConnect(values);
    if (!request) {
      if (await readMeta(store, 'policyRefused')) await refused([]);
      return;
    }
    const { nextTry = 0 } = (await readMeta(store, 'policyRefused')) ?? {};
    if (now() < nextTry) return;
    let failures: readonly ConnectFailure[];
    const stopKeepAlive = options.keepAlive();
    try {
      const result = await options.connect(request);
      failures = result.ok ? [] : result.failures;
    } catch (error) {
      failures = [{ field: 'form', reason: 'problem', problem: toProblem(error) }];
    } finally {
      stopKeepAlive();
    }
    await refused(failures);
  }

  /** Keeps why it could not be connected; a refused key is tried less often than a network that is away. */
  async function refused(failures: readonly ConnectFailure[]): Promise<void> {
    const wait = failures.every(({ reason }) => reason === 'problem') ? 5 * minute : 60 * minute;
    const nextTry = failures.length === 0 ? null : now() + wait;
    await writeMeta(store, 'policyRefused', nextTry === null ? undefined : { failures, nextTry });
    await options.alarms.policyAt(nextTry);
    committed();
  }

  /** A wake may come while the one before is at it. */
  const inTurn = createInTurn();

  return {
    apply: () =>
      inTurn(async () => {
        const { values } = await source.read();
        await note(values);
        await settle(values);
        await options.lock.require(values.passphraseRequired === true);
      }),
    carryOut: () =>
      inTurn(async () => {
        await connect();
        const { values } = await source.current();
        if (deviceKinds.every((kind) => values[policyTypes[kind]] === undefined)) return;
        if ((await stored.isConnected(store)) && !(await options.isLocked()))
          await options.followTypes();
      }),
    settle: async () => settle((await source.current()).values),
    changed: () => writeMeta(store, 'policyRefused', undefined),
    async view() {
      const { values, faults } = await source.current();
      return {
        fields: policyFields.filter((field) => values[field] !== undefined),
        values: Object.fromEntries(Object.entries(values).filter(([field]) => !isKept(field))),
        faults,
        failures: (await readMeta(store, 'policyRefused'))?.failures ?? [],
      };
    },
  };
}

/** What no page is told. */
const isKept = (field: string): boolean =>
  field === 'userUnlock' || secretFields.some((secret) => secret === field);

/** What tells a change of each value; of a key no more than that it is set. */
const seenOf = (values: Partial<PolicyValues>): Partial<Record<PolicyField, string>> =>
  Object.fromEntries(
    policyFields
      .filter((field) => values[field] !== undefined)
      .map((field) => [field, isKept(field) ? '' : String(values[field])]),
  );
