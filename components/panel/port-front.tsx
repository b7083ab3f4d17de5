import { useMemo, useRef } from 'preact/hooks';
import { Icon } from '@/components/icons/icon';
import { t } from '@/lib/i18n';
import { factsText } from '@/lib/i18n/list';
import { frontOf, isUnknownPort, portBeside, type PortView } from '@/lib/views/ports';
import { givesPower, isFault, portFacts, portName, shortSpeed } from '@/lib/words/ports';
import { pluggedText, type Makers } from './plugged';

interface Props {
  readonly ports: readonly PortView[];
  /** Ids of those that the filters leave. */
  readonly wanted: ReadonlySet<string>;
  readonly makers: Makers;
  /** The id of the one whose details stay. */
  readonly pinned: string | null;
  readonly onPin: (id: string) => void;
  /** The pointer is on it, or on none. */
  readonly onPoint: (id: string | null) => void;
}

/** The other way round where text runs from right to left. */
const mirrored: Readonly<Record<string, string>> = {
  ArrowLeft: 'ArrowRight',
  ArrowRight: 'ArrowLeft',
};

/**
 * The front of the switch: two rows, which go on below where the page is narrow. Each port is a tab to its details,
 * one of them in the order of the Tab key: https://www.w3.org/WAI/ARIA/apg/patterns/tabs/
 */
export function PortFront({ ports, wanted, makers, pinned, onPin, onPoint }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const columns = useMemo(() => frontOf(ports), [ports]);
  const reachable = ports.filter(({ port }) => wanted.has(port.id));
  const entry = (reachable.find(({ port }) => port.id === pinned) ?? reachable[0])?.port.id;

  function onKeyDown(event: KeyboardEvent) {
    const front = list.current;
    if (!front || entry === undefined) return;
    const isMirrored = getComputedStyle(front).direction === 'rtl';
    const key = (isMirrored && mirrored[event.key]) || event.key;
    const next = portBeside(key, columns, wanted, entry);
    if (next === null) return;
    // The portal has keys of its own, and some of these scroll.
    event.preventDefault();
    event.stopPropagation();
    [...front.querySelectorAll<HTMLElement>('[role="tab"]')]
      .find(({ dataset }) => dataset['port'] === next)
      ?.focus();
  }

  return (
    <>
      <div
        ref={list}
        class="ports-front"
        role="tablist"
        aria-label={t('ports_front')}
        onKeyDown={onKeyDown}
        onPointerLeave={() => onPoint(null)}
      >
        {columns.map((column, at) => (
          <div key={at} role="presentation" class="ports-column">
            {column.map((view, row) =>
              view === null ? (
                <span key={row} class="port-gap" role="presentation" />
              ) : (
                <Port
                  key={view.port.id}
                  view={view}
                  makers={makers}
                  isWanted={wanted.has(view.port.id)}
                  isEntry={view.port.id === entry}
                  isPinned={view.port.id === pinned}
                  onPin={onPin}
                  onPoint={onPoint}
                />
              ),
            )}
          </div>
        ))}
      </div>
      <ul class="ports-legend" aria-hidden="true">
        <li>↑ {t('ports_legend_uplink')}</li>
        <li>
          <Icon name="bolt" /> {t('ports_legend_power')}
        </li>
        <li>! {t('ports_legend_fault')}</li>
        <li>? {t('ports_legend_unknown')}</li>
        {ports.some(({ use }) => use === 'aggregate') && <li>T {t('ports_legend_aggregate')}</li>}
      </ul>
    </>
  );
}

interface PortProps extends Pick<Props, 'makers' | 'onPin' | 'onPoint'> {
  view: PortView;
  isWanted: boolean;
  isEntry: boolean;
  isPinned: boolean;
}

function Port({ view, makers, isWanted, isEntry, isPinned, onPin, onPoint }: PortProps) {
  const { port, use } = view;
  const { id } = port;
  const pin = () => onPin(id);
  return (
    <div
      role="tab"
      class={[
        'port',
        `port-${stateOf(port)}`,
        use === 'aggregate' && 'port-aggregate',
        !isWanted && 'port-left-out',
      ]
        .filter(Boolean)
        .join(' ')}
      data-port={id}
      tabIndex={isEntry ? 0 : -1}
      aria-selected={isPinned}
      onFocus={pin}
      onClick={pin}
      onPointerEnter={() => onPoint(id)}
    >
      <span class="hidden-text">
        {factsText([portName(port), ...portFacts(port, use), ...pluggedText(view, makers)])}
      </span>
      <span class="port-number" aria-hidden="true">
        {id.replace(/^trunk/, 'T')}
      </span>
      <span class="port-marks" aria-hidden="true">
        {use === 'uplink' && '↑'}
        {isFault(port) && '!'}
        {isUnknownPort(view) && '?'}
        {givesPower(port) && <Icon name="bolt" />}
      </span>
      <span class="port-speed" aria-hidden="true">
        {port.speed === null ? '' : shortSpeed(port.speed)}
      </span>
    </div>
  );
}

const stateOf = ({ enabled, up }: PortView['port']) =>
  enabled === false ? 'disabled' : up ? 'up' : 'down';
