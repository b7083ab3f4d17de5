import type { PageMeasure } from '@/lib/model/setup-check';
import { demoTenant } from '@/test/simulator/tenant/demo';
import { FIELD } from '@/test/simulator/tenant/field-ids';
import { fieldTenant } from '@/test/simulator/tenant/field';
import { referenceQuirks } from '@/test/simulator/tenant/quirks';
import type { Tenant } from '@/test/simulator/tenant/tenant';

/** An account as the references read, with records and links made by an earlier sync. */
export function referenceTenant(): Tenant {
  const tenant = demoTenant();
  tenant.quirks = referenceQuirks();
  tenant.quirks.itglue.tagsRelate = true;
  tenant.quirks.itglue.passwordTraits = 'id';
  return tenant;
}

/** The field's account, in which much of what is assumed is otherwise. */
export function contraryTenant(): Tenant {
  const tenant = fieldTenant();
  const { quirks, itglue, datto } = tenant;
  Object.assign(quirks.itglue, {
    dateHeader: false,
    maxPageSize: { configurations: 60 },
    metaWithout: ['total-count', 'total-pages'],
    sortIgnored: true,
    passwordTraits: 'value',
    uploadTraits: 'url',
    tagsRelate: false,
    textboxMarkup: true,
  } satisfies Partial<typeof quirks.itglue>);
  quirks.datto.types = 'any';
  quirks.datto.missing = ['router', 'history'];
  quirks.datto.outOfReach = [{ part: 'settings' }];
  const record = itglue.flexibleAssets.get(FIELD.records.plain.recordId)!;
  record.traits['wireless-devices-unmatched'] = '<p>Lobby</p>\n<p>Bar &amp; Grill</p>';
  record.traits['wireless-devices-matched'] = [FIELD.devices.switch.configurationId];
  const [, user] = [...itglue.users.values()];
  Object.assign(user!, { roleName: 'Accountant' });
  const [type] = itglue.flexibleAssetTypes.values();
  type!.fields.find(({ name }) => name === 'Security Type')!.kind = 'Select';
  // A list in no order.
  const rows = [...itglue.configurations].reverse();
  itglue.configurations.clear();
  for (const [id, row] of rows) itglue.configurations.set(id, row);
  datto.clockOffsetSeconds = 20 * 60;
  return tenant;
}

/** A page of the portal on which the panel found its place by the page's title. */
export const placedPage: PageMeasure = {
  window: { width: 1280, height: 800 },
  theme: 'dark',
  parts: [
    { part: 'main', box: { x: 240, y: 60, width: 1040, height: 740 } },
    { part: 'panel', box: { x: 260, y: 140, width: 900, height: 300 } },
  ],
  placedBy: 'name',
  covered: false,
};
/** One without a place for it. */
export const dockedPage: PageMeasure = {
  window: { width: 1024, height: 700 },
  theme: null,
  parts: [{ part: 'panel', box: { x: 640, y: 400, width: 360, height: 280 } }],
  placedBy: 'docked',
  covered: false,
};
