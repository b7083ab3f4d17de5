import { parsePortal } from '@/lib/model/portal';
import type { Region } from '@/lib/model/settings';
import type { ConnectRequest, ConnectResult, RequestOf } from '@/lib/messages/protocol';
import { secretFields, type ConnectFailure, type SecretField } from '@/lib/model/connect';
import { keyFaults } from '@/lib/model/key-fault';
import type { PolicyValues } from '@/lib/model/policy';
import { ProblemError } from '@/lib/model/problem-error';
import { readViewer } from '@/lib/access/viewer';
import { changeSettings, readMeta, readSettings, writeMeta } from '@/lib/store/meta';
import { wipe, write } from '@/lib/store/open';
import * as stored from '@/lib/store/stored';
import type { Database } from '@/lib/store/schema';
import { log } from '@/lib/store/activity';
import type { Engine } from '@/lib/sync/engine';
import { toProblem } from '@/lib/sync/problems';
import type { Secrets, Vault } from '@/lib/vault/vault';
import type { ClientsSource } from '@/lib/sync/api-clients';
import { createInTurn } from './in-turn';
import type { StatusService } from './status';

export interface ConnectionOptions {
  readonly store: Database;
  readonly vault: Vault;
  readonly clients: ClientsSource;
  readonly engine: Engine;
  readonly status: StatusService;
  readonly isLocked: () => Promise<boolean>;
  /** What the company has set. */
  readonly managed: () => Promise<Partial<PolicyValues>>;
  /** Told when settings were wiped that the company sets. */
  readonly settle: () => Promise<void>;
  readonly now: () => number;
  readonly committed: () => void;
}

export interface ConnectionService {
  /**
   * Tries the keys on both sides; when both take them, saves them and starts a sync. What the company has set
   * counts before what is asked for.
   */
  connect(request: ConnectRequest, by?: 'policy'): Promise<ConnectResult>;
  /** Tries the keys of one side alone, and saves nothing. @returns why they are not accepted */
  check(request: RequestOf<'connection.check'>): Promise<readonly ConnectFailure[]>;
  /** Forgets keys and everything that was read and decided. @throws ProblemError where the company has set the keys */
  disconnect(): Promise<void>;
}

export function createConnectionService(options: ConnectionOptions): ConnectionService {
  const { store, vault, clients, engine, status, now } = options;
  /** Connecting and disconnecting: each changes keys and store both. */
  const inTurn = createInTurn();

  async function connect(asked: ConnectRequest, by?: 'policy'): Promise<ConnectResult> {
    if (await options.isLocked())
      return {
        ok: false,
        failures: [{ field: 'form', reason: 'problem', problem: { kind: 'locked' } }],
      };
    const managed = await options.managed();
    const request = { ...asked, ...managed };
    const saved = await vault.read();
    const secrets = {
      dattoPublicKey: request.dattoPublicKey ?? saved?.dattoPublicKey ?? '',
      dattoSecretKey: request.dattoSecretKey ?? saved?.dattoSecretKey ?? '',
      itGlueApiKey: request.itGlueApiKey ?? saved?.itGlueApiKey ?? '',
    };
    const failures: ConnectFailure[] = [];
    for (const field of ['dattoPublicKey', 'dattoSecretKey', 'itGlueApiKey'] as const)
      if (!secrets[field]) failures.push({ field, reason: 'missing' });
    const lacksPassphrase =
      managed.passphraseRequired === true && (await vault.state()) === 'empty' && !asked.passphrase;
    if (lacksPassphrase) failures.push({ field: 'passphrase', reason: 'passphrase-required' });
    failures.push(...keyFaults(secrets));
    const portal = parsePortal(request.subdomain);
    if (!portal.ok) failures.push({ field: 'subdomain', reason: 'malformed' });
    if (failures.length > 0 || !portal.ok) return { ok: false, failures };
    // A pasted address names its region; the person chose another: that is said before a key is sent.
    if (
      portal.region !== null &&
      portal.region !== request.region &&
      request.subdomain.includes('.')
    )
      return { ok: false, failures: [{ field: 'region', reason: 'wrong-region' }] };

    const { subdomain } = portal;
    const candidate = clients.candidate(secrets, request.region);
    const [datto, itGlue] = await Promise.all([
      verifyDatto((each) => clients.candidate(each, request.region).datto.verify(), secrets),
      verifyItGlue(() => candidate.itGlue.verify(subdomain)),
    ]);
    failures.push(...datto.failures, ...itGlue);
    if (failures.length > 0 || datto.host === null) return { ok: false, failures };
    const who = by ?? (await readViewer(store)).name;
    await save(secrets, request.region, subdomain, datto.host, {
      who,
      passphrase: asked.passphrase,
    });
    return { ok: true };
  }

  async function save(
    secrets: Secrets,
    region: Region,
    subdomain: string,
    dattoHost: string,
    { who, passphrase }: { readonly who: string; readonly passphrase: string | undefined },
  ) {
    const before = await readMeta(store, 'connection');
    await engine.stop();
    // What was read and decided belongs to the tenant it was read from.
    if (before && (before.region !== region || before.subdomain !== subdomain))
      await forgetAll('tenant');
    await vault.write(secrets, passphrase);
    const connectedAt = new Date(now()).toISOString();
    await write(store, async (transaction) => {
      await writeMeta(transaction, 'connection', { region, subdomain, dattoHost, connectedAt });
      await stored.failedCredentials.clear(transaction);
      await writeMeta(transaction, 'keysForgotten', undefined);
      await writeMeta(transaction, 'failures', undefined);
      await writeMeta(transaction, 'clockOffset', undefined);
      // Another key may see more.
      await writeMeta(transaction, 'configurationsKnown', undefined);
      await log(transaction, connectedAt, { kind: 'connected' }, who);
      if (passphrase !== undefined)
        await log(transaction, connectedAt, { kind: 'passphrase-set' }, who);
    });
    // Now that both stand: a page that asked between them found half.
    clients.forget();
    await options.settle();
    options.committed();
    await engine.start('connect');
  }

  /** @param what what is of the tenant alone, or the keys and their passphrase, too */
  async function forgetAll(what: 'tenant' | 'keys'): Promise<void> {
    // IT Glue's limit belongs to the account: forgetting what was used of it would break it.
    const budget = await readMeta(store, 'budget');
    const sealed = await readMeta(store, 'sealed');
    const { lockAfterMinutes } = await readSettings(store);
    // The keys first: nothing shows as not connected while they are still to be cleared.
    if (what === 'keys') await vault.clear();
    await wipe(store);
    if (budget !== undefined) await writeMeta(store, 'budget', budget);
    if (what === 'keys') return;
    await write(store, async (transaction) => {
      await writeMeta(transaction, 'sealed', sealed);
      await changeSettings(transaction, () => ({ lockAfterMinutes }));
    });
  }

  async function disconnect(): Promise<void> {
    const managed = await options.managed();
    if (secretFields.every((field) => managed[field] !== undefined))
      throw new ProblemError({ kind: 'managed' });
    await engine.stop();
    await forgetAll('keys');
    clients.forget();
    options.committed();
  }

  async function check(asked: RequestOf<'connection.check'>): Promise<readonly ConnectFailure[]> {
    const request = { ...asked, ...(await options.managed()) };
    const saved = await vault.read();
    const secret = (field: SecretField) => request[field] ?? saved?.[field] ?? '';
    const secrets = {
      dattoPublicKey: secret('dattoPublicKey'),
      dattoSecretKey: secret('dattoSecretKey'),
      itGlueApiKey: secret('itGlueApiKey'),
    };
    const isDatto = asked.side === 'datto';
    const faults = keyFaults(secrets).filter(({ field }) => (field === 'itGlueApiKey') !== isDatto);
    if (faults.length > 0) return faults;
    const candidate = (each: Secrets) => clients.candidate(each, request.region);
    if (isDatto)
      return (await verifyDatto((each) => candidate(each).datto.verify(), secrets)).failures;
    const portal = parsePortal(request.subdomain);
    if (!portal.ok) return [{ field: 'subdomain', reason: 'malformed' }];
    return verifyItGlue(() => candidate(secrets).itGlue.verify(portal.subdomain));
  }

  return {
    check,
    connect: (request, by) => status.whileConnecting(() => inTurn(() => connect(request, by))),
    disconnect: () => inTurn(disconnect),
  };
}

type DattoVerification = Awaited<
  ReturnType<ReturnType<ClientsSource['candidate']>['datto']['verify']>
>;
type ItGlueVerification = Awaited<
  ReturnType<ReturnType<ClientsSource['candidate']>['itGlue']['verify']>
>;

async function verifyDatto(
  verify: (secrets: Secrets) => Promise<DattoVerification>,
  secrets: Secrets,
): Promise<{ host: string | null; failures: ConnectFailure[] }> {
  try {
    const result = await verify(secrets);
    if (result.ok) return { host: result.host, failures: [] };
    if (result.field === 'publicKey' && (await isSwapped(verify, secrets)))
      return {
        host: null,
        failures: [
          { field: 'dattoPublicKey', reason: 'swapped-keys' },
          { field: 'dattoSecretKey', reason: 'swapped-keys' },
        ],
      };
    const failure: ConnectFailure =
      result.field === 'publicKey'
        ? { field: 'dattoPublicKey', reason: 'unknown-key' }
        : result.field === 'secretKey'
          ? { field: 'dattoSecretKey', reason: 'wrong-secret' }
          : { field: 'dattoPublicKey', reason: 'expired-key' };
    return { host: null, failures: [failure] };
  } catch (error) {
    return {
      host: null,
      failures: [{ field: 'form', reason: 'problem', problem: toProblem(error) }],
    };
  }
}

/** Whether the pair is taken with each in the other's place, as where both were pasted the wrong way round. */
const isSwapped = (
  verify: (secrets: Secrets) => Promise<DattoVerification>,
  secrets: Secrets,
): Promise<boolean> =>
  verify({
    ...secrets,
    dattoPublicKey: secrets.dattoSecretKey,
    dattoSecretKey: secrets.dattoPublicKey,
  }).then(
    ({ ok }) => ok,
    () => false,
  );

async function verifyItGlue(verify: () => Promise<ItGlueVerification>): Promise<ConnectFailure[]> {
  try {
    const result = await verify();
    if (result.ok) return [];
    switch (result.problem) {
      case 'key':
        return [{ field: 'itGlueApiKey', reason: 'wrong-key' }];
      case 'region':
        return [{ field: 'region', reason: 'wrong-region' }];
      case 'subdomain':
        return [{ field: 'subdomain', reason: 'wrong-subdomain' }];
      case 'unreachable':
        return [{ field: 'form', reason: 'problem', problem: toProblem(result.error) }];
    }
  } catch (error) {
    return [{ field: 'form', reason: 'problem', problem: toProblem(error) }];
  }
}
