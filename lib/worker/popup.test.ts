import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConfigurationRow, OrganizationRow } from '@/test/simulator/itglue/state';
import { DirectVendors } from '@/test/world/direct-vendors';
import { tenantWith } from '@/test/world/tenant-with';
import { World } from '@/test/world/world';

let world: World;
let acme: OrganizationRow;
let ofLobby: ConfigurationRow;

beforeEach(async () => {
  const tenant = tenantWith((builder) => {
    acme = builder.organization({ name: 'Acme' });
    const lobby = builder.accessPoint(builder.network({ name: 'Acme' }), { name: 'Lobby' });
    ofLobby = builder.configuration(acme, { name: 'AP Lobby', mac: lobby.mac });
    return [acme];
  });
  world = await World.start(new DirectVendors(tenant));
  await world.sync();
});
afterEach(() => world.close());

function inFront(address: string | undefined) {
  world.chrome.inFront = address;
  return world.ask('popup.panel');
}

describe('the popup', () => {
  it("shows the device of the configuration's page in front", async () => {
    const path = `/${acme.id}/configurations/${ofLobby.id}`;
    expect(await inFront(world.portalUrl + path)).toMatchObject({
      kind: 'device',
      device: { name: 'Lobby' },
    });
  });

  it('says of the page in front, and of no other, that it keeps removing its panel', async () => {
    const path = (id: string) => `/${acme.id}/configurations/${id}`;
    const isGivenUp = () => world.ask('popup.given-up');
    await inFront(world.portalUrl + path(ofLobby.id));
    expect(await isGivenUp()).toBe(false);
    await world.portal('panel.given-up', undefined, path(ofLobby.id));
    expect(await isGivenUp()).toBe(true);
    await inFront(world.portalUrl + path('77'));
    expect(await isGivenUp()).toBe(false);
    await inFront(world.portalUrl + path(ofLobby.id));
    await world.portal('portal.arrived', undefined, path(ofLobby.id));
    expect(await isGivenUp()).toBe(false);
  });

  it('shows nothing of any other page', async () => {
    const path = `/${acme.id}/configurations/${ofLobby.id}`;
    for (const address of [
      undefined,
      'https://example.com/',
      `https://fabrikam.itglue.com${path}`,
      `${world.portalUrl}/${acme.id}/configurations`,
    ])
      expect(await inFront(address), address).toEqual({ kind: 'none' });
  });
});
