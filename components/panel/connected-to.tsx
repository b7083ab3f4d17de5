import { Icon } from '@/components/icons/icon';
import { Time } from '@/components/ui/time';
import { ValueText } from '@/components/ui/value-text';
import { t } from '@/lib/i18n';
import { formatMac } from '@/lib/model/mac';
import type { ConnectionView, DeviceLink, PlaceView } from '@/lib/views/connections';
import { portText, ways } from '@/lib/words/connections';
import { inSentence } from '@/lib/words/in-sentence';
import { Copied } from './copied';

interface Props {
  connections: readonly ConnectionView[];
  /** Milliseconds. */
  now: number;
  /** Whether it keeps its place where nothing is known, so that nothing moves once it is. */
  always?: boolean;
}

/** Where the configuration's MACs are: switch and port, or access point and SSID; nothing where that is not known. */
export function ConnectedTo({ connections, now, always = false }: Props) {
  if (connections.length === 0 && !always) return null;
  return (
    <section class="connections" aria-label={t('connections_title')}>
      <h3 class="connections-title">{t('connections_title')}</h3>
      {connections.length === 0 && <span class="field-absent">—</span>}
      <ul>
        {connections.map(({ mac, places }) => (
          <li key={mac}>
            <span class="connections-mac">
              <Copied text={formatMac(mac)} label={t('panel_mac')} />
            </span>
            <div>
              {places.map((place, at) => (
                <p key={at} class="connections-place">
                  <PlaceContent place={place} />{' '}
                  <span class="connections-seen">
                    <Time at={place.seenAt} now={now} />
                  </span>
                </p>
              ))}
              {isUndecided(places) && (
                <p class="field-note">
                  <Icon name="warning" />
                  {t('connections_several')}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whether each of several places may be the one. */
const isUndecided = (places: readonly PlaceView[]) =>
  places.length > 1 && places.every((place) => place.kind === 'wireless' || place.way === 'direct');

function PlaceContent({ place }: { place: PlaceView }) {
  if (place.kind === 'wireless') {
    const { device, ssid } = place;
    return (
      <>
        {device ? <Device device={device} /> : t('connections_unknown_access_point')}
        {ssid && (
          <>
            {' · '}
            <bdi>{t('connections_ssid', [inSentence(ssid.name ?? String(ssid.number))])}</bdi>
          </>
        )}
      </>
    );
  }
  return (
    <>
      <Device device={place.device} /> {portText(place.port)}
      {place.way !== 'direct' && <span class="connections-why"> ({t(ways[place.way])})</span>}
    </>
  );
}

function Device({ device: { name, path } }: { device: DeviceLink }) {
  return path === null ? (
    <bdi>
      <ValueText text={name} />
    </bdi>
  ) : (
    <a href={path}>
      <bdi>
        <ValueText text={name} />
      </bdi>
    </a>
  );
}
