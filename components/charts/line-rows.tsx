import { scaleLinear, scaleTime, type ScaleLinear, type ScaleTime } from 'd3-scale';
import { line } from 'd3-shape';
import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { dayAndClock } from '@/lib/i18n/chart-times';
import type { Sample } from '@/lib/model/history';
import { axisHeight, TimeAxis } from './time-axis';
import { useWidth } from './use-width';

export interface LineRow {
  readonly key: string;
  /** What it is of, in plain words. */
  readonly name: string;
  /** What stands before it in place of the name. */
  readonly heading?: ComponentChildren;
  readonly samples: readonly Sample[];
}

interface Props {
  rows: readonly LineRow[];
  /** The time they are about, milliseconds. */
  from: number;
  to: number;
  now: number;
  /** The name of the control that goes through the times. */
  label: string;
  /** A figure with its unit. */
  format: (value: number) => string;
  /** Whether the scale begins with 0; otherwise with the smallest figure. */
  fromZero?: boolean;
}

const height = 44;
/** Room for half a line and a dot, CSS pixels. */
const edge = 3;

/** Lines over one time, below each other and on one scale; gaps stay gaps. A slider over them reads the figures. */
export function LineRows({ rows, from, to, now, label, format, fromZero = true }: Props) {
  const { ref, width } = useWidth<HTMLDivElement>();
  const times = useMemo(
    () =>
      [...new Set(rows.flatMap(({ samples }) => samples.map(({ at }) => at)))].sort(
        (a, b) => a - b,
      ),
    [rows],
  );
  const [chosen, setChosen] = useState<number | null>(null);
  const place = Math.min(chosen ?? times.length - 1, times.length - 1);
  const cursor = times[place];
  const values = useMemo(
    () => rows.map(({ samples }) => new Map(samples.map(({ at, value }) => [at, value]))),
    [rows],
  );
  const shown = (row: number) => {
    const value = cursor === undefined ? null : (values[row]?.get(cursor) ?? null);
    return value === null ? '—' : format(value);
  };
  const x = scaleTime([from, to], [edge, width - edge]).clamp(true);
  const y = useMemo(() => valueScale(rows, fromZero), [rows, fromZero]);
  const [low = 0, high = 0] = y.domain();
  const when = cursor === undefined ? '' : dayAndClock(cursor, now);
  return (
    <div class="chart chart-lines">
      {rows.map(({ key, name, heading, samples }, row) => (
        <div key={key} class="chart-line-row">
          <div class="chart-line-head">
            <span class="chart-line-name">{heading ?? name}</span>
            <span class="chart-line-value">{shown(row)}</span>
          </div>
          <div class="chart-line-plot" {...(row === 0 && { ref })}>
            <svg width={width} height={height} aria-hidden="true">
              <line class="chart-base" x1="0" x2={width} y1={y(low)} y2={y(low)} />
              <line class="chart-grid" x1="0" x2={width} y1={y(high)} y2={y(high)} />
              <Line samples={samples} x={x} y={y} />
              <text class="chart-scale" x="2" y={y(high) + 10}>
                {format(high)}
              </text>
              {low !== 0 && (
                <text class="chart-scale" x="2" y={y(low) - 3}>
                  {format(low)}
                </text>
              )}
              {cursor !== undefined && (
                <line class="chart-cursor" x1={x(cursor)} x2={x(cursor)} y1="0" y2={height} />
              )}
            </svg>
          </div>
        </div>
      ))}
      <div class="chart-line-row chart-line-times">
        <div class="chart-line-head">
          <span class="chart-line-name" />
          <span class="chart-line-value">{when}</span>
        </div>
        <div class="chart-line-plot">
          <svg width={width} height={axisHeight} aria-hidden="true">
            <TimeAxis scale={x} top={0} />
          </svg>
          {cursor !== undefined && (
            <input
              class="chart-slider"
              type="range"
              aria-label={label}
              aria-valuetext={[when, ...rows.map(({ name }, row) => `${name} ${shown(row)}`)].join(
                ', ',
              )}
              min={0}
              max={times.length - 1}
              step={1}
              value={place}
              onInput={({ currentTarget }) => setChosen(Number(currentTarget.value))}
            />
          )}
        </div>
      </div>
    </div>
  );
}

function valueScale(rows: readonly LineRow[], fromZero: boolean): ScaleLinear<number, number> {
  const known = rows.flatMap(({ samples }) =>
    samples.flatMap(({ value }) => (value === null ? [] : [value])),
  );
  const least = known.reduce((low, value) => Math.min(low, value), Infinity);
  const most = known.reduce((high, value) => Math.max(high, value), -Infinity);
  const low = fromZero || known.length === 0 ? Math.min(0, least) : least;
  // A flat line needs a scale as well.
  const high = Math.max(known.length === 0 ? 0 : most, low + 1);
  return scaleLinear([low, high], [height - edge, edge]).nice(2);
}

function Line({
  samples,
  x,
  y,
}: {
  samples: readonly Sample[];
  x: ScaleTime<number, number>;
  y: ScaleLinear<number, number>;
}) {
  const path = line<Sample>(
    ({ at }) => x(at),
    ({ value }) => y(value ?? 0),
  ).defined(({ value }) => value !== null)([...samples]);
  /** What has no neighbour is no line. */
  const alone = samples.filter(
    ({ value }, place) =>
      value !== null &&
      (samples[place - 1]?.value ?? null) === null &&
      (samples[place + 1]?.value ?? null) === null,
  );
  return (
    <>
      {path !== null && <path class="chart-line" d={path} />}
      {alone.map(({ at, value }) => (
        <circle key={at} class="chart-dot" cx={x(at)} cy={y(value ?? 0)} r="2" />
      ))}
    </>
  );
}
