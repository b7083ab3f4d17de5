import type { ScaleTime } from 'd3-scale';
import { tickText } from '@/lib/i18n/chart-times';

/** So much of the width a tick's text takes, CSS pixels. */
const perTick = 90;
/** Of the axis, CSS pixels. */
export const axisHeight = 18;

/** The times below a chart, in the reader's own zone. */
export function TimeAxis({ scale, top }: { scale: ScaleTime<number, number>; top: number }) {
  const [from = 0, to = 0] = scale.range();
  const ticks = scale.ticks(Math.max(2, Math.floor((to - from) / perTick)));
  return (
    <g class="chart-axis" aria-hidden="true">
      {ticks.map((tick) => {
        const x = scale(tick);
        // Beside the edges there is no room for half of it.
        const anchor = x - from < 24 ? 'start' : to - x < 24 ? 'end' : 'middle';
        return (
          <g key={tick.getTime()}>
            <line x1={x} x2={x} y1={top} y2={top + 4} />
            <text x={x} y={top + 15} text-anchor={anchor}>
              {tickText(tick.getTime())}
            </text>
          </g>
        );
      })}
    </g>
  );
}
