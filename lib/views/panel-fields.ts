import { t } from '@/lib/i18n';
import { dateText } from '@/lib/i18n/time';
import type { DeviceStatus, Lifecycle, Router, Subscription } from '@/lib/model/device';
import { durationText, numberText } from '@/lib/i18n/number';
import { formatMac } from '@/lib/model/mac';
import { barsOf } from '@/lib/model/radio';
import { documented } from './compare-documentation';
import type { DocumentedValue } from './compare-documentation';
import type { PanelView } from './panel';
import { deviceStatus } from '@/lib/words/device-statuses';
import { connectionTypes } from '@/lib/words/panel';
import { channelsText, neighborsText, signalText } from '@/lib/words/radio';
import { voltsText } from '@/lib/words/units';

/** A row of the panel, by what it is about. */
export type FieldKey =
  | 'name'
  | 'mac'
  | 'ip'
  | 'status'
  | 'model'
  | 'serial-number'
  | 'firmware'
  | 'last-checkin'
  | 'uptime'
  | 'description'
  | 'clients'
  | 'channels'
  | 'neighbors'
  | 'location'
  | 'ports'
  | 'power'
  | 'gateway-ip'
  | 'surge-protection'
  | 'enabled-ports'
  | 'connection-type'
  | 'voltage'
  | 'lte-status'
  | 'end-of-sale'
  | 'end-of-life'
  | 'subscription-end';

type FieldTone = 'good' | 'warning' | 'bad' | 'neutral';

type FieldValue =
  | { readonly kind: 'absent' }
  /** `fromData`: written by people, in whatever direction of writing. */
  | { readonly kind: 'text'; readonly text: string; readonly fromData?: true }
  /** ISO 8601; shown as "3 minutes ago". */
  | { readonly kind: 'time'; readonly at: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  /** How well it is heard, of four bars, and what was measured. */
  | {
      readonly kind: 'signal';
      readonly text: string;
      readonly bars: number;
      readonly figure: string;
    }
  | { readonly kind: 'status'; readonly tone: FieldTone; readonly text: string };

export interface PanelField {
  readonly key: FieldKey;
  readonly label: string;
  readonly value: FieldValue;
  /** How much attention it asks for; `null` for the usual, quiet row. */
  readonly tone: 'warning' | 'bad' | null;
  /** Why it asks for attention, in words, e.g. `ended`. */
  readonly note: string | null;
  /** The configuration's own value, where it is worth showing beside Datto's. */
  readonly documented: DocumentedValue | null;
}

type DeviceView = Extract<PanelView, { kind: 'device' }>;

const day = 86_400_000;
/** From how long before an end a warning is shown, in milliseconds. */
const soon = 90 * day;

/**
 * The rows of a device's panel: always the same rows for a kind, in the same order whatever they say,
 * so that each is found where it was; what needs attention has a tone.
 * @param now milliseconds
 */
export function panelFields(view: DeviceView, now: number): PanelField[] {
  const { device } = view;
  const own = documented(device, view.configuration);
  return [
    { ...field('status', t('panel_status'), status(device.status)), ...attention(device.status) },
    field('name', t('panel_name'), data(device.name)),
    field('model', t('panel_model'), data(device.model)),
    field('ip', t('panel_ip'), text(device.ip)),
    field('mac', t('panel_mac'), text(device.mac && formatMac(device.mac))),
    field('serial-number', t('panel_serial_number'), data(device.serialNumber)),
    ...kindFields(view),
    field('last-checkin', t('panel_last_checkin'), time(device.lastCheckin)),
    field('uptime', t('panel_uptime'), text(map(device.uptimeSeconds, durationText))),
    field('firmware', t('panel_firmware'), data(device.firmware)),
    ...lifecycle(device.lifecycle, now),
    subscriptionEnd(device.subscription, now),
    field('description', t('panel_description'), data(device.description)),
  ].map((each): PanelField => {
    const beside = each.key in own ? own[each.key as keyof typeof own] : null;
    return { ...each, documented: beside, tone: each.tone ?? (beside?.differs ? 'warning' : null) };
  });
}

/** Those that need attention beside the status, which the panel's header says by itself. */
export const needingAttention = (fields: readonly PanelField[]): readonly PanelField[] =>
  fields.filter(({ key, tone }) => tone !== null && key !== 'status');

type Row = Omit<PanelField, 'documented'>;

function kindFields({ device, neighbors }: DeviceView): Row[] {
  switch (device.kind) {
    case 'access-point':
      return [
        field('clients', t('panel_clients'), text(map(device.clients, String))),
        field('channels', t('panel_channels'), text(channelsText(device.channels))),
        field('neighbors', t('panel_neighbors'), data(neighborsText(neighbors))),
        field('location', t('panel_location'), location(device.latitude, device.longitude)),
      ];
    case 'switch':
      return [
        field('ports', t('panel_ports'), ratio(device.activePorts, device.totalPorts)),
        field('power', t('panel_power'), ratio(device.availablePower, device.totalPower, 'W')),
        field('gateway-ip', t('panel_gateway_ip'), text(device.gatewayIp)),
      ];
    case 'managed-power':
      return [
        surgeProtection(device.surgeProtection),
        field(
          'enabled-ports',
          t('panel_enabled_ports'),
          ratio(device.enabledPorts, device.totalPorts),
        ),
        field(
          'connection-type',
          t('panel_connection_type'),
          text(map(device.connectionType, (type) => t(connectionTypes[type]))),
        ),
        field('voltage', t('panel_voltage'), text(map(device.voltage, voltsText))),
      ];
    case 'router':
      return [field('lte-status', t('panel_lte_status'), lte(device))];
  }
}

function field(key: FieldKey, label: string, value: FieldValue): Row {
  return { key, label, value, tone: null, note: null };
}

const absent: FieldValue = { kind: 'absent' };
const text = (value: string | null): FieldValue =>
  value === null ? absent : { kind: 'text', text: value };
const data = (value: string | null): FieldValue =>
  value === null ? absent : { kind: 'text', text: value, fromData: true };
const time = (at: string | null): FieldValue =>
  at === null || Number.isNaN(Date.parse(at)) ? absent : { kind: 'time', at };

function map<Value, Result>(value: Value | null, change: (value: Value) => Result): Result | null {
  return value === null ? null : change(value);
}

/** `7/24`, `180/370 W`; a half that is not known is a dash, never 0. */
function ratio(part: number | null, total: number | null, unit = ''): FieldValue {
  if (part === null && total === null) return absent;
  const number = (value: number | null) => (value === null ? '—' : numberText(value));
  return text(`${number(part)}/${number(total)}${unit && `\u00a0${unit}`}`);
}

const status = (value: DeviceStatus): FieldValue => ({ kind: 'status', ...deviceStatus(value) });

function attention(value: DeviceStatus): Pick<Row, 'tone'> {
  const { tone } = deviceStatus(value);
  return { tone: tone === 'bad' || tone === 'warning' ? tone : null };
}

/** The API's word, as a picture too where it gives a figure. */
function lte({ lteStatus, lteSignal }: Router): FieldValue {
  if (lteSignal === null) return data(lteStatus);
  return {
    kind: 'signal',
    text: lteStatus ?? '—',
    bars: barsOf(lteSignal),
    figure: signalText(lteSignal),
  };
}

function surgeProtection(active: boolean | null): Row {
  const word = active === null ? null : t(active ? 'panel_surge_active' : 'panel_surge_not_active');
  return {
    ...field('surge-protection', t('panel_surge_protection'), text(word)),
    tone: active === false ? 'warning' : null,
  };
}

function location(latitude: number | null, longitude: number | null): FieldValue {
  if (latitude === null || longitude === null) return absent;
  // Six digits are a decimetre.
  const [north, east] = [latitude, longitude].map((degrees) => Number(degrees.toFixed(6)));
  return {
    kind: 'link',
    text: `${north}°, ${east}°`,
    href: `https://www.openstreetmap.org/?mlat=${north}&mlon=${east}#map=17/${north}/${east}`,
  };
}

function lifecycle(value: Lifecycle, now: number): Row[] {
  if (value === 'ambiguous') {
    const look = text(t('panel_lifecycle_ambiguous'));
    return [
      field('end-of-sale', t('panel_end_of_sale'), look),
      field('end-of-life', t('panel_end_of_life'), look),
    ];
  }
  return [
    end('end-of-sale', t('panel_end_of_sale'), value?.endOfSale ?? null, now),
    end('end-of-life', t('panel_end_of_life'), value?.endOfLife ?? null, now),
  ];
}

function subscriptionEnd(subscription: Subscription | null, now: number): Row {
  const row = (value: FieldValue) => field('subscription-end', t('panel_subscription_end'), value);
  if (subscription === null) return row(absent);
  const { endDate, isActive, isEvergreen } = subscription;
  // One that renews itself does not end on its date, which is only the present term's.
  if (isEvergreen && isActive !== false) return row(text(t('panel_subscription_evergreen')));
  if (isActive === false && (endDate === null || Date.parse(endDate) > now))
    return { ...row(text(t('panel_subscription_inactive'))), tone: 'warning' };
  return end('subscription-end', t('panel_subscription_end'), endDate, now);
}

/** A date on which something ends, with a warning when it is past or near. */
function end(key: FieldKey, label: string, at: string | null, now: number): Row {
  const when = at === null ? NaN : Date.parse(at);
  if (at === null || Number.isNaN(when)) return field(key, label, absent);
  const row = field(key, label, text(dateText(at)));
  const note = endNote(at, now);
  return note === null ? row : { ...row, tone: 'warning', note };
}

/** What is to be said of a date on which something ends, where it is past or near; `null` where it is not. */
export function endNote(at: string, now: number): string | null {
  const left = Date.parse(at) - now;
  if (!(left <= soon)) return null;
  return left <= 0 ? t('panel_end_past') : t('panel_end_soon', Math.ceil(left / day));
}
