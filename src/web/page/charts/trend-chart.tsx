/** @jsxImportSource preact */

import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import type { Ref } from "preact";

interface TrendPoint {
  /** Years, with a fraction for months. */
  readonly at: number;
  readonly value: number | null;
  /** Not connected with the point before. */
  readonly isBreak: boolean;
}

export interface TrendLine {
  readonly name: string;
  readonly points: readonly TrendPoint[];
}

interface TrendChartProps {
  readonly label: string;
  readonly lines: readonly TrendLine[];
  readonly format: (value: number) => string;
  readonly chartRef?: Ref<SVGSVGElement>;
}

const width = 480;
const height = 260;
const margin = { top: 12, right: 16, bottom: 30, left: 52 };

/** Lines over the years, each with a dash and a mark of its own beside its colour. */
export function TrendChart({ label, lines, format, chartRef }: TrendChartProps) {
  const points = lines.flatMap((one) => one.points);
  const [from = 0, to = 1] = extent(points, ({ at }) => at);
  const [lowest = 0, highest = 1] = extent(points.flatMap(({ value }) => value ?? []));
  const x = scaleLinear([from, Math.max(to, from + 1)], [margin.left, width - margin.right]);
  const y = scaleLinear([lowest, highest], [height - margin.bottom, margin.top]).nice(4);
  return (
    <svg ref={chartRef} class="trend" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {y.ticks(4).map((tick) => (
        <g key={tick}>
          <line class="grid-line" x1={margin.left} x2={width - margin.right} y1={y(tick)} y2={y(tick)} />
          <text class="tick tick-y" x={margin.left - 6} y={y(tick) + 5}>
            {format(tick)}
          </text>
        </g>
      ))}
      {x.ticks(5).map((tick) => (
        <text key={tick} class="tick" x={x(tick)} y={height - 8}>
          {Number.isInteger(tick) ? tick : ""}
        </text>
      ))}
      {lines.map((one, index) => (
        <g key={one.name} class={`line-${index}`}>
          {partsOf(one.points).map((part) => (
            <path
              key={part[0]!.at}
              class="line"
              d={
                line<{ at: number; value: number }>(
                  ({ at }) => x(at),
                  ({ value }) => y(value),
                )(part) ?? ""
              }
            />
          ))}
          {one.points.flatMap(({ at, value }) =>
            value === null
              ? []
              : [
                  <circle key={at} class="line-mark" cx={x(at)} cy={y(value)} r={3.5}>
                    <title>{`${one.name}, ${at}: ${format(value)}`}</title>
                  </circle>,
                ],
          )}
        </g>
      ))}
    </svg>
  );
}

type Known = { readonly at: number; readonly value: number };

/** The pieces of a line between gaps and breaks. */
function partsOf(points: readonly TrendPoint[]): Known[][] {
  const parts: Known[][] = [[]];
  for (const { at, value, isBreak } of points) {
    if (isBreak || value === null) parts.push([]);
    if (value !== null) parts.at(-1)!.push({ at, value });
  }
  return parts.filter((part) => part.length > 0);
}

/** The same colours, dashes and names, as text. */
export const TrendLegend = ({ lines }: { readonly lines: readonly TrendLine[] }) => (
  <ul class="legend">
    {lines.map(({ name }, index) => (
      <li key={name}>
        <svg class="line-swatch" viewBox="0 0 28 12" aria-hidden="true">
          <g class={`line-${index}`}>
            <path class="line" d="M0,6H28" />
          </g>
        </svg>
        {name}
      </li>
    ))}
  </ul>
);
