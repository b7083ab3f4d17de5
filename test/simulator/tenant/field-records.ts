import type { DattoNetwork } from '../datto/state';
import type { FieldKind, OrganizationRow } from '../itglue/state';
import type { TenantBuilder } from './builder';
import { FIELD } from './field-ids';

/** The fields that the extension makes, and those that people added, by name. */
const fields: readonly [name: string, kind: FieldKind][] = [
  ['Wi-Fi Network Name', 'Text'],
  ['SSID Name', 'Text'],
  ['Security Type', 'Text'],
  ['Pre-shared Key', 'Password'],
  ['Location', 'Text'],
  ['Wireless Devices - Matched', 'Tag'],
  ['Wireless Devices - Unmatched', 'Textbox'],
  ['Floor Plan', 'Upload'],
  ['Controller Login', 'Password'],
  ['Surveyed', 'Date'],
];

/**
 * Two Wi-Fi networks that an earlier installation documented: their location has changed since, so both records are
 * to be updated. People gave the type an Upload, a Password and a Date of their own and filled them in one record.
 */
export function addFieldRecords(
  builder: TenantBuilder,
  owner: OrganizationRow,
  network: DattoNetwork,
): void {
  const { itglue } = builder.tenant;
  const { typeId, ofPeople, plain } = FIELD.records;
  const at = builder.date(-90);
  const stamp = { createdAt: at, updatedAt: at };
  builder.ssid(network, {
    ssid_num: 1,
    ssid_name: 'Harbor Staff',
    wpa_password: 'of the harbor 14!',
  });
  builder.ssid(network, {
    ssid_num: 2,
    ssid_name: 'Guests <b>&',
    wifi_auth_type: 'sae-mixed',
    wpa_password: 'guest & friends 7',
  });
  itglue.flexibleAssetTypes.set(typeId, {
    id: typeId,
    name: 'Datto Networking Wireless',
    description: null,
    icon: 'wifi',
    enabled: true,
    showInMenu: true,
    fields: fields.map(([name, kind], index) => ({
      id: String(310 + index),
      order: index + 1,
      name,
      nameKey: name.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
      kind,
      hint: null,
      required: false,
      useForTitle: index < 2,
      showInList: index < 3,
      tagType: kind === 'Tag' ? 'Configurations' : null,
      defaultValue: null,
      ...stamp,
    })),
    ...stamp,
  });
  for (const { number, recordId, passwordId } of [ofPeople, plain]) {
    const ssid = network.ssids[String(number)];
    if (ssid === undefined) throw new Error(`There is no SSID ${number}.`);
    itglue.flexibleAssets.set(recordId, {
      id: recordId,
      organizationId: owner.id,
      typeId,
      traits: {
        'wi-fi-network-name': ssid.wifi_name,
        'ssid-name': ssid.ssid_name,
        'security-type': ssid.wifi_auth_type,
        'pre-shared-key': ssid.wpa_password,
        location: 'Pier 4',
        ...(recordId === ofPeople.recordId && {
          'floor-plan': {
            fileName: 'pier-4.pdf',
            content: Buffer.from('%PDF-1.4 pier').toString('base64'),
          },
          'controller-login': 'p4ssw0rd-of-people',
          surveyed: '2024-05-05',
        }),
      },
      archived: false,
      restricted: false,
      ...stamp,
    });
    itglue.passwords.set(passwordId, {
      id: passwordId,
      organizationId: owner.id,
      name: `Wi-Fi ${ssid.wifi_name} (${network.name}, SSID ${number})`,
      username: null,
      password: ssid.wpa_password,
      url: null,
      notes: `Documented by an earlier installation.\nDatto Networking: network ${network.id}, SSID ${number}`,
      passwordUpdatedAt: at,
      categoryId: null,
      resourceId: null,
      resourceType: null,
      archived: false,
      restricted: false,
      ...stamp,
    });
    itglue.relatedItems.set(`${recordId}9`, {
      id: `${recordId}9`,
      sourceType: 'flexible_assets',
      sourceId: recordId,
      destinationType: 'Password',
      destinationId: passwordId,
      notes: 'Datto Networking',
      ...stamp,
    });
  }
}
