import type { FieldRow, OrganizationRow, UserRow } from '../itglue/state';
import { day, type TenantBuilder } from './builder';
import { DEMO } from './demo-ids';
import { catalogue } from './tenant';

/** A user of every role, and the groups by which each Manager sees some of the organizations. */
export function addPeople(builder: TenantBuilder, east: string[], west: string[]): void {
  const { itglue } = builder.tenant;
  const at = new Date(builder.now - 700 * day).toISOString();
  const { users, groups } = DEMO;
  const people: [id: string, first: string, last: string | null, role: UserRow['roleName']][] = [
    [users.administrator, 'Ada', 'Lindqvist', 'Administrator'],
    [users.manager, 'Max', 'Okafor', 'Manager'],
    [users.managerOfAll, 'Mona', 'Haddad', 'Manager'],
    [users.editor, 'Carl', 'Beck', 'Editor'],
    [users.creator, 'Larry', null, 'Creator'],
    [users.lite, 'Jackie', 'Tilds', 'Lite'],
    [users.readOnly, 'Rita', "O'Neil", 'Read-only'],
  ];
  for (const [id, firstName, lastName, roleName] of people) {
    const email = `${firstName.toLowerCase()}@contoso-msp.example`;
    itglue.users.set(id, {
      id,
      firstName,
      lastName,
      email,
      roleName,
      createdAt: at,
      updatedAt: at,
    });
  }
  const group = (id: string, name: string, userIds: string[], organizationIds: string[]) =>
    itglue.groups.set(id, { id, name, userIds, organizationIds, createdAt: at, updatedAt: at });
  group(groups.east, 'East', [users.manager, users.editor], east);
  group(groups.west, 'West', [users.manager], west);
  group(
    groups.everyone,
    'Everyone',
    [users.managerOfAll, users.administrator],
    [...itglue.organizations.keys()],
  );
}

/** What the MSP had documented before: a flexible asset type with a record, a general and an embedded password. */
export function addRecords(builder: TenantBuilder, owner: OrganizationRow): void {
  const { itglue } = builder.tenant;
  const at = new Date(builder.now - 900 * day).toISOString();
  const stamp = { createdAt: at, updatedAt: at };
  const field = (id: string, order: number, name: string, fields: Partial<FieldRow>): FieldRow => ({
    id,
    order,
    name,
    nameKey: name.toLowerCase().replaceAll(' ', '-'),
    kind: 'Text',
    hint: null,
    required: false,
    useForTitle: false,
    showInList: true,
    tagType: null,
    defaultValue: null,
    ...stamp,
    ...fields,
  });
  itglue.flexibleAssetTypes.set(DEMO.email.typeId, {
    id: DEMO.email.typeId,
    name: 'Email',
    description: 'Email Platform Information',
    icon: 'envelope',
    enabled: true,
    showInMenu: true,
    fields: [
      field('402', 1, 'Type', {
        kind: 'Select',
        required: true,
        useForTitle: true,
        defaultValue: 'Office 365\nExchange 2016\nGoogle Apps',
      }),
      field('403', 2, 'Email Servers', { kind: 'Tag', tagType: 'Configurations' }),
      field('406', 3, 'Webmail URL', {}),
    ],
    ...stamp,
  });
  itglue.flexibleAssets.set(DEMO.email.recordId, {
    id: DEMO.email.recordId,
    organizationId: owner.id,
    typeId: DEMO.email.typeId,
    traits: { type: 'Office 365', 'webmail-url': 'https://email.example.com' },
    archived: false,
    restricted: false,
    ...stamp,
  });
  const password = {
    organizationId: owner.id,
    url: null,
    notes: null,
    passwordUpdatedAt: at,
    archived: false,
    restricted: false,
    ...stamp,
  };
  itglue.passwords.set('54', {
    ...password,
    id: '54',
    name: 'Office 365 Admin',
    username: 'tech@harbor.example',
    password: 'p4ssw0rd-of-the-tenant',
    categoryId: catalogue.passwordCategories.Cloud,
    resourceId: null,
    resourceType: null,
  });
  itglue.passwords.set('222', {
    ...password,
    id: '222',
    name: 'Webmail',
    username: 'administrator',
    password: 'p4ssw0rd-of-webmail',
    categoryId: null,
    resourceId: DEMO.email.recordId,
    resourceType: 'Flexible Asset',
  });
}
