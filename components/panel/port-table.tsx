import { t } from '@/lib/i18n';
import type { PortView } from '@/lib/views/ports';
import { speedText } from '@/lib/words/connections';
import { poeText, portName, stateText } from '@/lib/words/ports';
import { Plugged, type Makers } from './plugged';

/** The ports as a table, which says all that their picture does. */
export function PortTable({ ports, makers }: { ports: readonly PortView[]; makers: Makers }) {
  return (
    <div class="ports-table" role="group" aria-label={t('ports_as_table')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('ports_column_port')}</th>
            <th scope="col">{t('ports_column_state')}</th>
            <th scope="col">{t('ports_column_speed')}</th>
            <th scope="col">{t('ports_filter_poe')}</th>
            <th scope="col">{t('ports_column_vlan')}</th>
            <th scope="col">{t('ports_column_plugged')}</th>
          </tr>
        </thead>
        <tbody>
          {ports.map((view) => (
            <Row key={view.port.id} view={view} makers={makers} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ view, makers }: { view: PortView; makers: Makers }) {
  const { port, use, plugged, behind } = view;
  return (
    <tr>
      <th scope="row">
        {portName(port)}
        {use === 'uplink' && <span class="ports-note">{t('ports_uplink')}</span>}
        {port.description !== null && (
          <span class="ports-note">
            <bdi>{port.description}</bdi>
          </span>
        )}
      </th>
      <td>{stateText(port)}</td>
      <td>{port.speed === null ? '—' : speedText(port.speed)}</td>
      <td>{poeText(port) ?? '—'}</td>
      <td>{port.vlan ?? '—'}</td>
      <td>
        {plugged.map((each) => (
          <div key={each.mac}>
            <Plugged plugged={each} makers={makers} />
          </div>
        ))}
        {behind > 0 && <div>{t('ports_behind', behind)}</div>}
        {plugged.length === 0 && behind === 0 && '—'}
      </td>
    </tr>
  );
}
