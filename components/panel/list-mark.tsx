import { t } from '@/lib/i18n';
import { exactTime, relativeTime } from '@/lib/i18n/time';
import type { ListedDevice } from '@/lib/views/configuration-list';
import { deviceStatus } from '@/lib/words/device-statuses';
import type { DeviceStatus } from '@/lib/model/device';

interface Props {
  device: ListedDevice;
  /** How much there is room for; the word is told to screen readers in any case. */
  form: 'word' | 'dot' | 'hidden';
  /** Milliseconds. */
  now: number;
}

/** From this age on a status says how old it is, milliseconds: every sync reads it again, at least once a day. */
const old = 2 * 86_400_000;

/** A device's status beside its name in a list: a dot of its own shape, and its word where there is room. */
export function ListMark({ device: { status, readAt }, form, now }: Props) {
  const { text, tone } = deviceStatus(status);
  const isOld = now - Date.parse(readAt) > old;
  const read = t('list_status_read', [text, relativeTime(readAt, now)]);
  return (
    <span
      class={`list-mark list-mark-${form} tone-${isOld ? 'neutral' : tone}`}
      title={`${read} (${exactTime(readAt)})`}
    >
      {form !== 'hidden' && (
        <svg viewBox="0 0 8 8" aria-hidden="true">
          {shapes[status]}
        </svg>
      )}
      <span class={form === 'word' ? 'list-mark-word' : 'hidden-text'}>{isOld ? read : text}</span>
    </span>
  );
}

/** Told apart without colour: whole, a triangle that points down, half, rings. */
const shapes = {
  up: <circle cx="4" cy="4" r="3.5" />,
  down: <path d="M0 1h8L4 8z" />,
  pairing: (
    <>
      <circle class="list-mark-line" cx="4" cy="4" r="3" />
      <path d="M4 1a3 3 0 0 1 0 6z" />
    </>
  ),
  spare: <circle class="list-mark-line" cx="4" cy="4" r="3" />,
  unknown: <circle class="list-mark-line list-mark-broken" cx="4" cy="4" r="3" />,
} as const satisfies Record<DeviceStatus, unknown>;
