import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { Time } from '@/components/ui/time';
import { t } from '@/lib/i18n';
import { isWanted, portFilters, type PortFilter, type PortsView } from '@/lib/views/ports';
import { portFilterWords } from '@/lib/words/ports';
import type { FoundCalls } from './found-calls';
import { PortDetails } from './port-details';
import { PortFront } from './port-front';
import { PortTable } from './port-table';
import { useMakers, type AskMakers } from './use-makers';

export interface PortMapProps {
  readonly view: PortsView;
  /** Milliseconds. */
  readonly now: number;
  readonly onMakers: AskMakers;
  /** `null` for those who may not match. */
  readonly found: FoundCalls | null;
}

/** A switch's ports as its front shows them, or as a table, with what hangs on each. */
export function PortMap({ view, now, onMakers, found }: PortMapProps) {
  const { ports } = view;
  const [chosen, choose] = useState<ReadonlySet<PortFilter>>(new Set());
  const [asTable, setAsTable] = useState(false);
  // By their ids: a port keeps being looked at while its values change.
  const [pinned, pin] = useState<string | null>(null);
  const [pointed, point] = useState<string | null>(null);
  const makers = useMakers(ports, onMakers);
  const wanted = useMemo(
    () => new Set(ports.filter((each) => isWanted(each, chosen)).map(({ port }) => port.id)),
    [ports, chosen],
  );
  const shown = ports.find(({ port }) => port.id === (pointed ?? pinned)) ?? null;

  function toggle(filter: PortFilter) {
    const next = new Set(chosen);
    if (!next.delete(filter)) next.add(filter);
    choose(next);
  }

  return (
    <section class="ports" aria-label={t('ports_title')}>
      <div class="ports-head">
        <h3 class="ports-title">
          {t('ports_title')}{' '}
          <span class="ports-age">
            <Time at={view.readAt} now={now} />
          </span>
        </h3>
        <div class="ports-filters" role="group" aria-label={t('ports_filters')}>
          {portFilters.map((filter) => (
            <Toggle key={filter} on={chosen.has(filter)} onToggle={() => toggle(filter)}>
              {t(portFilterWords[filter])}{' '}
              <span class="ports-count">
                {ports.filter((each) => isWanted(each, new Set([filter]))).length}
              </span>
            </Toggle>
          ))}
        </div>
        <Toggle on={asTable} onToggle={() => setAsTable(!asTable)}>
          {t('ports_as_table')}
        </Toggle>
      </div>
      {wanted.size === 0 && (
        <p class="ports-none" role="status">
          {t('ports_none')}
        </p>
      )}
      {asTable ? (
        <PortTable ports={ports.filter(({ port }) => wanted.has(port.id))} makers={makers} />
      ) : (
        <>
          <PortFront
            ports={ports}
            wanted={wanted}
            makers={makers}
            pinned={pinned}
            onPin={pin}
            onPoint={point}
          />
          <PortDetails view={shown} makers={makers} found={found} />
        </>
      )}
    </section>
  );
}

function Toggle({
  on,
  onToggle,
  children,
}: {
  on: boolean;
  onToggle: () => void;
  children: ComponentChildren;
}) {
  return (
    <button type="button" class="button ports-toggle" aria-pressed={on} onClick={onToggle}>
      {children}
    </button>
  );
}
