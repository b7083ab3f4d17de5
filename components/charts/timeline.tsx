import { scaleTime } from 'd3-scale';
import { useId } from 'preact/hooks';
import type { Reach } from '@/lib/model/outages';
import { axisHeight, TimeAxis } from './time-axis';
import { useWidth } from './use-width';

interface Props {
  reach: readonly Reach[];
  /** The time it is about, milliseconds. */
  from: number;
  to: number;
  /** What it shows, in a sentence. */
  label: string;
}

const height = 18;

/** When something was up, when it was down, and when nobody knows: full, hatched and empty. */
export function Timeline({ reach, from, to, label }: Props) {
  const { ref, width } = useWidth<HTMLDivElement>();
  const hatching = useId();
  const scale = scaleTime([from, to], [0, width]).clamp(true);
  return (
    <div class="chart" ref={ref}>
      <svg
        class="chart-timeline"
        role="img"
        aria-label={label}
        width={width}
        height={height + axisHeight}
      >
        <defs>
          <pattern
            id={hatching}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect class="chart-down-back" width="6" height="6" />
            <rect class="chart-down-line" width="2" height="6" />
          </pattern>
        </defs>
        <line class="chart-base" x1="0" x2={width} y1={height} y2={height} />
        {reach.map(({ up, from: start, to: end }) => {
          const x = scale(start);
          // An outage of five minutes is to be seen in a month, too.
          const wide = Math.max(scale(end) - x, up ? 0 : 2);
          return (
            <rect
              key={start}
              class={up ? 'chart-up' : 'chart-down'}
              x={x}
              y={up ? 6 : 0}
              width={wide}
              height={up ? height - 6 : height}
              {...(!up && { fill: `url(#${hatching})` })}
            />
          );
        })}
        <TimeAxis scale={scale} top={height} />
      </svg>
    </div>
  );
}
