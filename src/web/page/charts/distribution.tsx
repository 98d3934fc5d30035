/** @jsxImportSource preact */
import { scaleLinear } from "d3-scale";

interface DistributionProps {
  /** For readers of the screen: the figures in words. */
  readonly label: string;
  readonly values: readonly { readonly code: string; readonly value: number }[];
  readonly quartiles: { readonly first: number; readonly median: number; readonly third: number } | null;
  readonly city: number | null;
  readonly active: string | null;
  readonly format: (value: number) => string;
}

const width = 400;
const height = 110;
const margin = 24;
const middle = 40;

/** One mark an area along the scale of the indicator, with the middle half of the areas and the value of the city. */
export function DistributionChart({ label, values, quartiles, city, active, format }: DistributionProps) {
  const all = [...values.map(({ value }) => value), ...(city === null ? [] : [city])];
  const scale = scaleLinear()
    .domain([Math.min(...all), Math.max(...all)])
    .nice()
    .range([margin, width - margin]);
  const marked = values.find(({ code }) => code === active);
  return (
    <svg class="distribution" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <line class="axis" x1={margin} x2={width - margin} y1={height - 30} y2={height - 30} />
      {scale.ticks(4).map((tick) => (
        <text key={tick} x={scale(tick)} y={height - 10} class="tick">
          {format(tick)}
        </text>
      ))}
      {quartiles && (
        <>
          <rect
            class="middle-half"
            x={scale(quartiles.first)}
            width={scale(quartiles.third) - scale(quartiles.first)}
            y={middle - 22}
            height={44}
          />
          <line
            class="median"
            x1={scale(quartiles.median)}
            x2={scale(quartiles.median)}
            y1={middle - 22}
            y2={middle + 22}
          />
        </>
      )}
      {values.map(({ code, value }) => (
        <circle key={code} class="mark" cx={scale(value)} cy={middle} r={5} />
      ))}
      {city !== null && <path class="city-mark" d={`M${scale(city)},${middle + 30}l-7,10h14Z`} />}
      {marked && <circle class="active-mark" cx={scale(marked.value)} cy={middle} r={8} />}
    </svg>
  );
}
