import { useRef } from 'preact/hooks';
import { t } from '@/lib/i18n';
import { narrowest, widest, withinReason } from './column-widths';

const step = 16;

/** At the end of a column's head: sets its width by pointer or arrows; a double click or Delete lets it go. */
export function ColumnHandle({
  title,
  width,
  onSet,
}: {
  title: string;
  /** As it is set, else what it would like to have, px. */
  width: number;
  /** `null` lets it take the width there is again. */
  onSet: (width: number | null) => void;
}) {
  const drag = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const now = (handle: HTMLElement) => handle.parentElement?.offsetWidth ?? 0;
  /** 1 where a width grows to the right. */
  const direction = (handle: HTMLElement) =>
    getComputedStyle(handle).direction === 'rtl' ? -1 : 1;
  return (
    <div
      role="separator"
      class="matching-handle"
      aria-orientation="vertical"
      aria-label={t('matching_column_width', [title])}
      aria-valuenow={width}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      tabIndex={0}
      onKeyDown={(event) => {
        const handle = event.currentTarget;
        const by = { ArrowRight: step, ArrowLeft: -step }[event.key];
        if (by !== undefined) onSet(withinReason(now(handle) + by * direction(handle)));
        else if (event.key === 'Delete' || event.key === 'Backspace') onSet(null);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { x: event.clientX, width: now(event.currentTarget) };
      }}
      onPointerMove={(event) => {
        if (!drag.current) return;
        const by = (event.clientX - drag.current.x) * direction(event.currentTarget);
        onSet(withinReason(drag.current.width + by));
      }}
      onPointerUp={() => (drag.current = null)}
      onPointerCancel={() => (drag.current = null)}
      onDblClick={() => onSet(null)}
    />
  );
}
