/** @jsxImportSource preact */
import type { Ref } from "preact";
import { useMemo } from "preact/hooks";
import { draw, type Geometry } from "./geometry";

interface MapArea {
  readonly code: string;
  readonly name: string;
  readonly geometry: Geometry | null;
  /** Class of colour, from 0; null without a class. */
  readonly classIndex: number | null;
}

interface AreaMapProps {
  /** What the map shows, for readers of the screen: the values are in the table. */
  readonly label: string;
  readonly areas: readonly MapArea[];
  /** Code of the area that is pointed at, if any. */
  readonly active: string | null;
  readonly onActive: (code: string | null) => void;
  readonly onChoose: (code: string) => void;
  readonly chartRef?: Ref<SVGSVGElement>;
}

const width = 600;

/**
 * Areas in the colours of their classes. Keyboards reach the same areas in the list beside the map, where an area is one
 * stop; here eighty-eight of them would stand in the way.
 */
export function AreaMap({ label, areas, active, onActive, onChoose, chartRef }: AreaMapProps) {
  const drawing = useMemo(
    () =>
      draw(
        areas.flatMap(({ code, geometry }) => (geometry === null ? [] : [{ code, geometry }])),
        width,
      ),
    [areas],
  );
  const margin = 4;
  return (
    <svg
      ref={chartRef}
      class="area-map"
      viewBox={`${-margin} ${-margin} ${drawing.width + 2 * margin} ${drawing.height + 2 * margin}`}
      role="img"
      aria-label={label}
      onMouseLeave={() => onActive(null)}
    >
      {areas.map(({ code, classIndex }) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the list beside the map does the same by keyboard
        <path
          key={code}
          d={drawing.paths.get(code)}
          class={`area ${classIndex === null ? "no-class" : `class-${classIndex}`}`}
          data-code={code}
          onMouseEnter={() => onActive(code)}
          onClick={() => onChoose(code)}
        />
      ))}
      {active !== null && <path d={drawing.paths.get(active)} class="active-area" />}
    </svg>
  );
}
