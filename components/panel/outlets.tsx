import { StatusDot } from '@/components/ui/status-dot';
import { ValueText } from '@/components/ui/value-text';
import { t } from '@/lib/i18n';
import type { ManagedPower } from '@/lib/model/device';
import type { Outlet } from '@/lib/model/power';
import { outletName, scheduleText } from '@/lib/words/outlets';
import { wattsText } from '@/lib/words/units';

/** What is on which outlet of a power strip, and what it does by itself at times. */
export function Outlets({ device }: { device: ManagedPower }) {
  const outlets = device.outlets.length > 0 ? device.outlets : unread(device.totalPorts ?? 0);
  if (outlets.length === 0) return null;
  return (
    <section class="outlets" aria-label={t('panel_outlets')}>
      <h3>{t('panel_outlets')}</h3>
      <ul>
        {outlets.map((outlet) => (
          <li key={outlet.id}>
            <span class="outlet-number" aria-hidden={outlet.label === null}>
              {outlet.id}
            </span>
            <span class="outlet-name">
              <bdi>
                <ValueText text={outletName(outlet)} />
              </bdi>
            </span>
            {outlet.on !== null && (
              <StatusDot
                tone={outlet.on ? 'good' : 'neutral'}
                word={t(outlet.on ? 'panel_outlet_on' : 'panel_outlet_off')}
              />
            )}
            <span class="outlet-watts">
              {outlet.watts === null ? '—' : wattsText(outlet.watts)}
            </span>
          </li>
        ))}
      </ul>
      {device.schedule.length > 0 && (
        <>
          <h3>{t('panel_schedule')}</h3>
          <ul class="outlets-schedule">
            {device.schedule.map((entry, place) => (
              <li key={place}>{scheduleText(entry, device.outlets)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Of a strip that was not asked itself yet, so that nothing moves once it is. */
const unread = (count: number): Outlet[] =>
  Array.from({ length: Math.min(count, 64) }, (_, place) => ({
    id: String(place + 1),
    label: null,
    on: null,
    watts: null,
  }));
