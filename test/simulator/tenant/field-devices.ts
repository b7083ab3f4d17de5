import type { DattoNetwork } from '../datto/state';
import type { OrganizationRow } from '../itglue/state';
import type { TenantBuilder } from './builder';
import { FIELD } from './field-ids';
import { lanAddress, macForms, placeholderSerials, typedMacs } from './forms';
import { catalogue } from './tenant';

const types = catalogue.configurationTypes;

/** The cases of `FIELD.devices`, and access points that people documented in every form there is. */
export function addFieldDevices(
  builder: TenantBuilder,
  owner: OrganizationRow,
  network: DattoNetwork,
): void {
  const { devices } = FIELD;
  const { itglue } = builder.tenant;
  const add = builder.configuration.bind(builder, owner);
  const point = (id: number, name: string) =>
    builder.accessPoint(network, { id, name, role: 'gateway' });
  const { upper, dashes, cisco } = macForms;

  const core = builder.switch(network, { id: devices.switch.deviceId, name: 'BH-SW01 Rack' });
  add({
    id: devices.switch.configurationId,
    typeId: types.Switch,
    name: 'Rack switch',
    mac: cisco(core.mac.toLowerCase()),
  });

  const old = point(devices.replaceable.deviceId, 'BH-AP02 Dock');
  add({ id: devices.replaceable.configurationId, name: 'Dock AP', mac: upper(old.mac) });

  const watched = point(devices.rmmOnly.deviceId, 'BH-AP03 Office');
  add({ id: devices.rmmOnly.configurationId, name: 'Office wireless', mac: null });
  itglue.rmmRecords.set('1', {
    id: '1',
    configurationId: devices.rmmOnly.configurationId,
    name: 'BH-OFFICE-AP',
    hostname: 'bh-office-ap',
    deviceType: 'Network Device',
    ipAddresses: [lanAddress(watched) ?? ''],
    macAddresses: ['00-00-00-00-00-00', dashes(watched.mac)],
    serialNumber: 'Default string',
  });

  const twice = point(devices.sameMac.deviceId, 'BH-AP04 Gate');
  for (const [index, id] of devices.sameMac.configurationIds.entries())
    add({ id, name: `Gate AP ${index + 1}`, mac: upper(twice.mac) });

  const twin = point(devices.psaTwin.deviceId, 'BH-AP05 Yard');
  add({ id: devices.psaTwin.configurationId, name: twin.name, mac: upper(twin.mac) });
  add({ id: devices.psaTwin.twinId, name: twin.name, mac: dashes(twin.mac), psaSynced: true });

  const shut = point(devices.outOfReach.deviceId, 'BH-AP06 Safe');
  add({ id: devices.outOfReach.configurationId, name: 'Safe AP', mac: upper(shut.mac) });

  const odd = builder.accessPoint(network, {
    id: devices.oddValues.deviceId,
    role: 'gateway',
    raw: {
      name: 4711,
      latitude: '49.4402605',
      longitude: '-123.672402',
      down: 0,
      lifecycle: [],
      active_clients: '3',
      last_checkin: false,
    },
  });
  add({ id: devices.oddValues.configurationId, name: 'AP 4711', mac: upper(odd.mac) });

  const linked = point(devices.linkedByVendor.deviceId, 'BH-AP08 Canteen');
  add({ id: devices.linkedByVendor.configurationId, name: 'Canteen AP', mac: upper(linked.mac) });
  for (const [id, configurationId, device] of [
    ['1', devices.linkedByVendor.configurationId, linked],
    ['2', devices.switch.configurationId, core],
  ] as const)
    itglue.dattoLinks.set(id, {
      id,
      configurationId,
      name: device.name,
      macAddress: device.mac,
      remoteId: device.id,
    });

  for (const [index, serialNumber] of placeholderSerials.entries()) {
    const filler = builder.accessPoint(network);
    const type = typedMacs[index % typedMacs.length] ?? upper;
    add({ name: filler.name, mac: type(filler.mac), serialNumber });
  }
}
