import { networkId, organizationId } from '@/lib/model/ids';
import type { SyncRun } from '@/lib/model/run';
import { write } from '@/lib/store/open';
import type { Tenant } from '@/test/simulator/tenant/tenant';
import { Browser } from './browser';
import { DirectApis } from './direct-apis';

/** A browser before the simulated APIs without a server between, for tests of hundreds of syncs. */
export class DirectWorld extends Browser {
  readonly apis: DirectApis;

  private constructor(tenant: Tenant) {
    super(tenant);
    this.apis = new DirectApis(tenant, () => this.now());
  }

  protected override request(url: string, init: RequestInit): Promise<Response> {
    return this.apis.fetch(url, init);
  }

  /** A browser that knows everything of the tenant but has documented nothing. */
  static async synced(tenant: Tenant, administrator: string): Promise<DirectWorld> {
    tenant.itglue.rateLimit.requests = Infinity;
    const world = new DirectWorld(tenant);
    await world.newBrowser(administrator);
    return world;
  }

  /** Another browser of the same company; what the one before remembered is not known here. */
  async newBrowser(administrator: string): Promise<void> {
    await this.startProfile();
    await this.iAm(administrator);
    await this.sync();
  }

  /** A sync of Auto-Create alone, for tests that change nothing that another stage reads. */
  async wirelessSync(): Promise<SyncRun> {
    await (await this.services()).engine.start('settings');
    return this.settled();
  }

  /** Switches Auto-Create in the options and waits until that is carried out. */
  async autoCreate(on: boolean): Promise<SyncRun> {
    await this.ask('auto-create.save', { on });
    return this.settled();
  }

  /** A person decides about a network on the matching page. */
  match(network: number, organization: string | null): Promise<void> {
    return write(this.store, async (transaction) => {
      const matches = transaction.objectStore('networkMatches');
      const id = networkId(network);
      if (organization === null) await matches.put({ networkId: id, at: '', state: 'ignored' });
      else
        await matches.put({
          networkId: id,
          at: '',
          state: 'matched',
          organizationId: organizationId(organization),
          rule: 'by-hand',
        });
    });
  }

  /** Writes to IT Glue since the last call, e.g. `POST /flexible_assets`; ids left out. */
  writes(): string[] {
    const rows = this.apis.requests.writes({ api: 'itglue' });
    this.apis.requests.clear();
    return rows.map(({ method, path }) => `${method} ${path.replaceAll(/\d+/g, ':id')}`);
  }
}
