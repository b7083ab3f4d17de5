import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { readMarkup } from '@/test/simulator/itglue/read-markup';
import { traitText, type FlexibleAssetRow } from '@/test/simulator/itglue/state';
import type { Simulator } from '@/test/simulator';
import type { Tenant } from '@/test/simulator/tenant/tenant';
import type { Extension } from './extension';

export const autoCreateName =
  'Datto Networking Wireless flexible asset type, records and general passwords';

/** What documents one SSID in IT Glue: the record, the password it is linked to, and its other links. */
export interface Documentation {
  organizationId: string;
  wifiName: string;
  ssidName: string;
  securityType: string;
  key: string;
  location: string;
  matched: readonly string[];
  unmatched: readonly string[];
  archived: boolean;
  passwords: readonly {
    organizationId: string;
    key: string;
    /** The last line of the notes. */
    identity: string;
    general: boolean;
    archived: boolean;
  }[];
  /** Configurations that the record is linked to. */
  linked: readonly string[];
}

const typeName = 'Datto Networking Wireless';
const preShared = ['wpa-2only-psk', 'wpa-mixed-psk', 'sae', 'sae-mixed'];

export const wirelessType = ({ itglue }: Tenant) =>
  [...itglue.flexibleAssetTypes.values()].find(({ name }) => name === typeName);

/** The records of the type, of all organizations. */
export const wirelessRecords = (tenant: Tenant): FlexibleAssetRow[] =>
  [...tenant.itglue.flexibleAssets.values()].filter(
    ({ typeId }) => typeId === wirelessType(tenant)?.id,
  );

/** Passwords whose notes end with the line that names an SSID. */
export const wirelessPasswords = ({ itglue }: Tenant) =>
  [...itglue.passwords.values()].filter(({ notes }) => /^Datto Networking: /.test(lastLine(notes)));

/** The record, the password and the link between them that document an SSID. */
export function rowsOf(tenant: Tenant, at: { networkId: number; number: number }) {
  const end = `network ${at.networkId}, SSID ${at.number}`;
  const password = wirelessPasswords(tenant).find(({ notes }) => notes?.endsWith(end));
  const link = [...tenant.itglue.relatedItems.values()].find(
    ({ destinationId }) => destinationId === password?.id,
  );
  const record = wirelessRecords(tenant).find(({ id }) => id === link?.sourceId);
  if (!password || !record || !link) throw new Error(`Nothing documents ${end}.`);
  return { password, record, link };
}

/** The path of the page of an SSID's record in the portal. */
export function recordPath(tenant: Tenant, at: { networkId: number; number: number }): string {
  const { id, organizationId, typeId } = rowsOf(tenant, at).record;
  return `/${organizationId}/assets/${typeId}-datto-networking-wireless/records/${id}`;
}

/** What a field of a record holds, by the field's name. */
export function traitOf(tenant: Tenant, record: FlexibleAssetRow, field: string) {
  const found = wirelessType(tenant)?.fields.find(({ name }) => name === field);
  return found && record.traits[found.nameKey];
}

/** What IT Glue holds about Wi-Fi networks, in an order that does not depend on ids. */
export function documented(tenant: Tenant): Documentation[] {
  const { relatedItems, passwords } = tenant.itglue;
  return wirelessRecords(tenant)
    .map((record) => {
      const text = (field: string) => traitText(traitOf(tenant, record, field));
      const links = [...relatedItems.values()].filter(
        ({ sourceType, sourceId }) => sourceType === 'flexible_assets' && sourceId === record.id,
      );
      const linkedTo = (type: string) =>
        links
          .filter(({ destinationType }) => destinationType === type)
          .map(({ destinationId }) => destinationId);
      const tagged = traitOf(tenant, record, 'Wireless Devices - Matched');
      return {
        organizationId: record.organizationId,
        wifiName: text('Wi-Fi Network Name'),
        ssidName: text('SSID Name'),
        securityType: text('Security Type'),
        key: text('Pre-shared Key'),
        location: text('Location'),
        matched: Array.isArray(tagged) ? tagged.toSorted() : [],
        unmatched: lines(text('Wireless Devices - Unmatched')),
        archived: record.archived,
        passwords: linkedTo('Password').map((id) => {
          const password = passwords.get(id);
          if (!password) throw new Error(`The link to the password ${id} leads nowhere.`);
          return {
            organizationId: password.organizationId,
            key: password.password,
            identity: lastLine(password.notes),
            general: password.resourceId === null,
            archived: password.archived,
          };
        }),
        linked: linkedTo('Configuration').sort(),
      };
    })
    .sort(bySsid);
}

/**
 * What is to be there, from what Datto holds and the extension has matched; texts without white space at their ends, as
 * the account keeps them.
 */
export async function toDocument(extension: Extension, tenant: Tenant): Promise<Documentation[]> {
  const networkMatches = await extension.readStore('networkMatches');
  const deviceMatches = await extension.readStore('deviceMatches');
  return tenant.datto.networks
    .flatMap((network) => {
      const match = networkMatches.find(({ networkId }) => networkId === String(network.id));
      if (match?.state !== 'matched') return [];
      const { organizationId } = match;
      const devices = network.nodes
        .filter(({ raw }) => raw?.['mac'] === undefined)
        .map((node) => {
          const found = deviceMatches.find(
            ({ deviceKey }) => deviceKey === `access-point:${node.id}`,
          );
          return {
            node,
            configurationId: found?.state === 'matched' ? found.configurationId : null,
          };
        });
      const matched = devices.flatMap((one) => one.configurationId ?? []).sort();
      const unmatched = devices
        .filter((one) => one.configurationId === null)
        .map(({ node }) => `${node.name}, ${String(node.mac).toUpperCase()}`)
        .sort();
      return Object.values(network.ssids)
        .filter((ssid) => preShared.includes(ssid.wifi_auth_type) && ssid.wpa_password !== '')
        .map((ssid): Documentation => ({
          organizationId,
          wifiName: ssid.wifi_name.trim(),
          ssidName: ssid.ssid_name.trim(),
          securityType: ssid.wifi_auth_type,
          key: ssid.wpa_password,
          location: network.general.location.trim(),
          matched,
          unmatched,
          archived: false,
          passwords: [
            {
              organizationId,
              key: ssid.wpa_password,
              identity: `Datto Networking: network ${network.id}, SSID ${ssid.ssid_num}`,
              general: true,
              archived: false,
            },
          ],
          linked: matched,
        }));
    })
    .sort(bySsid);
}

/** What is not archived. */
export const live = (all: readonly Documentation[]) => all.filter((one) => !one.archived);

/** The same, all of it archived. */
export const archived = (all: readonly Documentation[]): Documentation[] =>
  all.map((one) => ({
    ...one,
    archived: true,
    passwords: one.passwords.map((password) => ({ ...password, archived: true })),
  }));

/** Ids of what is documented, to tell that the same rows are there again. */
export const idsOf = (tenant: Tenant) => ({
  type: wirelessType(tenant)?.id,
  records: wirelessRecords(tenant).map(({ id }) => id),
  passwords: wirelessPasswords(tenant).map(({ id }) => id),
  relations: [...tenant.itglue.relatedItems.keys()],
});

/**
 * Switches Auto-Create on or off in the options, as a person does, and waits until that is carried out.
 * @returns what the page said beforehand and afterwards
 */
export async function switchAutoCreate(
  extension: Extension,
  on: boolean,
): Promise<{ preview: string[]; result: string }> {
  const page = await extension.openOptions('auto-create');
  const preview = await chooseAutoCreate(page, on);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const result = await autoCreateDone(page, on);
  await page.close();
  return { preview, result };
}

/** Checks or unchecks the box, and gives the sentences that say what saving will do. */
export async function chooseAutoCreate(page: Page, on: boolean): Promise<string[]> {
  await page.getByRole('checkbox', { name: autoCreateName, exact: true }).setChecked(on);
  const sentences = page.locator('#auto-create .auto-create-preview > ul > li');
  await expect(sentences.first()).toBeVisible({ timeout: 60_000 });
  return sentences.allTextContents();
}

/** Waits in open options until what was saved is carried out, and gives what the page says came of it. */
export async function autoCreateDone(page: Page, on: boolean): Promise<string> {
  const section = page.locator('#auto-create');
  const box = page.getByRole('checkbox', { name: autoCreateName, exact: true });
  await expect(box).toBeEnabled({ timeout: 90_000 });
  await expect(box).toBeChecked({ checked: on });
  return section.locator('.auto-create-counts').innerText();
}

const lines = (html: string) => {
  const text = readMarkup(html);
  return text === '' ? [] : text.split('\n').sort();
};
const lastLine = (notes: string | null) => (notes ?? '').split('\n').at(-1) ?? '';

const bySsid = (a: Documentation, b: Documentation) => {
  const [left, right] = [a, b].map((one) =>
    [one.organizationId, one.passwords[0]?.identity, one.ssidName].join(' '),
  );
  return (left ?? '') < (right ?? '') ? -1 : 1;
};

/** The SSID of the demo tenant, as Datto holds it. */
export function ssid({ tenant }: Simulator, at: { networkId: number; number: number }) {
  const found = tenant.datto.networks.find(({ id }) => id === at.networkId)?.ssids[at.number];
  if (!found) throw new Error('The tenant has no such SSID.');
  return found;
}

/** Syncs, and gives the writes that this took. */
export async function writesOfSync(
  extension: Extension,
  { requests }: Simulator,
): Promise<string[]> {
  requests.clear();
  await extension.syncNow();
  return requests
    .writes()
    .map(({ method, path }) => `${method} ${path.replace(/\d+/g, '#')}`)
    .sort();
}
