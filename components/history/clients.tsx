import { useState } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { Time } from '@/components/ui/time';
import { ValueText } from '@/components/ui/value-text';
import { t } from '@/lib/i18n';
import { listText } from '@/lib/i18n/list';
import { formatMac, isPrivateMac } from '@/lib/model/mac';
import type { Period } from '@/lib/model/history';
import type { ClientView } from '@/lib/views/history';
import { ssidText } from '@/lib/words/history';
import { bytesText, decibelText } from '@/lib/words/units';
import type { AskHistory } from './ask';
import { HistoryProblem } from './frame';
import { useAnswer } from '@/components/state/use-answer';

interface Props {
  ask: Pick<AskHistory, 'clients'>;
  period: Period;
  now: number;
}

/** So many are shown at first, and so many more each time. */
const some = 20;
const more = 100;

/** Who was last seen on the access point: by the configuration's name where one has the MAC. */
export function Clients({ ask, period, now }: Props) {
  const { value, problem, asking, retry } = useAnswer(period, () => ask.clients(period), 0);
  const [shown, setShown] = useState(some);
  const [text, setText] = useState('');
  const all = value?.clients ?? [];
  const found = text.trim() === '' ? all : all.filter((client) => holds(client, text));
  return (
    <div aria-busy={asking}>
      {problem && !asking && <HistoryProblem problem={problem} onAgain={retry} />}
      <p role="status">
        {value ? t('history_clients', all.length) : asking ? t('history_reading') : ''}
      </p>
      {all.length > some && (
        <label class="history-find">
          {t('history_find')}
          <input
            type="search"
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
        </label>
      )}
      {found.length > 0 && (
        <div
          class="history-clients"
          role="region"
          aria-label={t('history_clients_title')}
          tabIndex={0}
        >
          <table>
            <thead>
              <tr>
                <th scope="col">{t('history_client')}</th>
                <th scope="col">{t('history_network')}</th>
                <th scope="col">{t('history_traffic')}</th>
                <th scope="col">{t('history_last_seen')}</th>
              </tr>
            </thead>
            <tbody>
              {found.slice(0, shown).map((client, place) => (
                <Client key={client.mac ?? place} client={client} now={now} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {text.trim() !== '' && found.length === 0 && <p>{t('history_none_found')}</p>}
      {found.length > shown && (
        <Button onClick={() => setShown(shown + more)}>
          {t('history_more', Math.min(more, found.length - shown))}
        </Button>
      )}
    </div>
  );
}

function Client({ client, now }: { client: ClientView; now: number }) {
  const { mac, configurations, name, ssids, signal, wired, up, down, lastSeen } = client;
  const total = up === null && down === null ? null : (up ?? 0) + (down ?? 0);
  return (
    <tr>
      <th scope="row">
        {configurations.map(({ name: documented, path }, place) => (
          <span key={path ?? place}>
            {place > 0 && ', '}
            {path && (
              <a href={path}>
                <bdi>
                  <ValueText text={documented} />
                </bdi>
              </a>
            )}
          </span>
        ))}
        {configurations.length === 0 && (
          <bdi>
            <ValueText text={name ?? t('history_nameless')} />
          </bdi>
        )}
        <span class="history-detail">
          {mac === null ? t('history_no_mac') : <ValueText text={formatMac(mac)} />}
          {mac && configurations.length === 0 && isPrivateMac(mac) && (
            <> · {t('history_random_mac')}</>
          )}
          {client.blocked && <> · {t('history_blocked')}</>}
        </span>
      </th>
      <td>
        {wired ? t('history_wired') : <bdi>{listText(ssids.map(ssidText)) || '—'}</bdi>}
        {signal !== null && <span class="history-detail">{decibelText(signal)}</span>}
      </td>
      <td class="history-number">
        {total === null ? '—' : bytesText(total)}
        {total !== null && (
          <span class="history-detail">
            {t('history_down_up', [bytesText(down ?? 0), bytesText(up ?? 0)])}
          </span>
        )}
      </td>
      <td>{lastSeen === null ? '—' : <Time at={lastSeen} now={now} />}</td>
    </tr>
  );
}

/** Whether one of its names, its MAC in whatever form, or its network holds the text. */
function holds({ mac, name, configurations, ssids }: ClientView, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  const digits = wanted.replace(/[:.\-\s]/g, '');
  const names = [name ?? '', ...configurations.map((each) => each.name), ...ssids.map(ssidText)];
  return (
    names.some((each) => each.toLowerCase().includes(wanted)) ||
    (mac !== null && /^[0-9a-f]{2,}$/.test(digits) && mac.includes(digits))
  );
}
