import { t } from '@/lib/i18n';
import type { Device } from '@/lib/model/device';
import { formatMac } from '@/lib/model/mac';
import type { PanelView } from '@/lib/views/panel';
import { Icon } from '@/components/icons/icon';
import { DeviceStatusDot } from '@/components/ui/device-status-dot';
import type { Client } from '@/components/state/client';
import { NoDevice } from './no-device';

/** The device of the configuration page in front, in one line, or why there is none; nothing on other pages. */
export function DeviceLine({ client, panel }: { client: Client; panel: PanelView }) {
  if (panel.kind === 'none') return null;
  return (
    <section class="popup-device" aria-label={t('popup_this_page')}>
      {panel.kind === 'unmatched' ? (
        <NoDevice client={client} view={panel} />
      ) : (
        <>
          <Icon name={panel.device.kind} />
          <div class="popup-device-text">
            <p class="popup-device-name" dir="auto">
              {nameOf(panel.device)}
            </p>
            <p class="popup-quiet">{inShort(panel.device)}</p>
          </div>
          <DeviceStatusDot status={panel.device.status} />
        </>
      )}
    </section>
  );
}

const nameOf = ({ name, mac, model, id }: Device): string =>
  name ?? (mac ? formatMac(mac) : (model ?? id));

/** What is asked first about each kind. */
function inShort(device: Device): string {
  const clients =
    device.kind === 'access-point' && device.clients !== null
      ? t('popup_clients', device.clients)
      : null;
  const firmware = device.firmware && t('popup_firmware', [device.firmware]);
  return [clients, firmware].filter(Boolean).join(' · ');
}
