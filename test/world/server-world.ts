import { readMeta } from '@/lib/store/meta';
import { startSimulator, type Simulator } from '@/test/simulator';
import type { OrganizationRow } from '@/test/simulator/itglue/state';
import type { Tenant } from '@/test/simulator/tenant/tenant';
import { Browser } from './browser';

/** A browser before the simulated APIs as real servers on loopback, with every fault they know. */
export class ServerWorld extends Browser {
  private constructor(readonly simulator: Simulator) {
    super(simulator.tenant);
  }

  protected override request(url: string, init: RequestInit): Promise<Response> {
    return this.simulator.fetch(url, init);
  }

  static async start(tenant: Tenant): Promise<ServerWorld> {
    const world = new ServerWorld(await startSimulator({ tenant }));
    await world.startProfile();
    return world;
  }

  override get portalUrl(): string {
    return this.simulator.portalUrl;
  }

  async close(): Promise<void> {
    this.simulator.faults.clear();
    await this.idle().catch(() => undefined);
    await this.simulator.close();
    this.store.close();
  }

  undoEntry() {
    return readMeta(this.store, 'undo');
  }

  /** The configurations that IT Glue holds in an organization. */
  configurationsOf(organization: Pick<OrganizationRow, 'id'>) {
    return [...this.tenant.itglue.configurations.values()].filter(
      ({ organizationId }) => organizationId === organization.id,
    );
  }
}
