/** @jsxImportSource preact */
import { useMemo } from "preact/hooks";
import { useTexts } from "../address/location";
import type { FindQuery } from "../api/operations/find";
import { type Drawing, draw, type Geometry } from "../charts/geometry";
import type { LabelOf } from "../kit/labels";
import type { FindChoice } from "./choice";
import { type PlaceRow, stateOf } from "./rows";
import { findTexts } from "./texts";

interface PlacesMapProps {
  readonly choice: FindChoice;
  readonly data: FindQuery;
  /** In the order of their numbers. */
  readonly rows: readonly PlaceRow[];
  readonly label: LabelOf;
}

/** Width of the drawing of all areas; the map shows a part of it. */
const width = 2000;
/** Smallest width and margin of that part. */
const least = 150;
/** Points of the map for one of the screen are not known before it is drawn: sizes are parts of what is shown. */
const parts = 42;

const markClass = { OPEN: "mark-open", UNKNOWN: "mark-unknown", CLOSED: "mark-closed" } as const;

/** Where the places lie, with their numbers in the list. Keyboards have the list, where all is written. */
export function PlacesMap({ choice, data, rows, label }: PlacesMapProps) {
  const texts = useTexts(findTexts);
  const drawing = useMemo(
    () =>
      draw(
        (data.map?.nodes ?? []).flatMap(({ code, boundary }) =>
          boundary === null ? [] : [{ code, geometry: boundary }],
        ),
        width,
      ),
    [data.map],
  );
  const marks = rows.flatMap(({ place }, index) =>
    place.position === null
      ? []
      : [{ place, number: index + 1, at: drawing.place(place.position.longitude, place.position.latitude) }],
  );
  if (marks.length === 0) return <p>{texts.noPositions}</p>;
  const view = viewOf(
    choice,
    data,
    drawing,
    marks.map(({ at }) => at),
  );
  const radius = view.size / parts;
  const here = choice.near && drawing.place(choice.near.longitude, choice.near.latitude);
  return (
    <figure class="places-map">
      <svg viewBox={view.box} role="img" aria-label={texts.mapOf(String(marks.length))}>
        {[...drawing.paths].map(([code, path]) => (
          <path key={code} d={path} class={code === choice.area ? "map-area is-chosen" : "map-area"} />
        ))}
        {here && (
          <path
            class="map-here"
            d={`M${here[0] - 2 * radius},${here[1]}h${4 * radius}M${here[0]},${here[1] - 2 * radius}v${4 * radius}`}
          />
        )}
        {marks.toReversed().map(({ place, number, at: [x, y] }) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the list does the same by keyboard
          <g key={place.code} class={markClass[stateOf(place)]} onClick={() => show(place.code)}>
            <title>
              {number}. {place.name}, {label("OpeningState", stateOf(place))}
            </title>
            <circle cx={x} cy={y} r={radius} />
            {marks.length <= most && (
              <text x={x} y={y} font-size={1.2 * radius} dy="0.36em">
                {number}
              </text>
            )}
          </g>
        ))}
      </svg>
      <figcaption>
        {(["OPEN", "UNKNOWN", "CLOSED"] as const).map((state) => (
          <span key={state} class="map-legend">
            <svg viewBox="-7 -7 14 14" class={markClass[state]} aria-hidden="true">
              <circle r="6" />
            </svg>
            {label("OpeningState", state)}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

/** More numbers would cover each other. */
const most = 40;

function show(code: string): void {
  const card = document.getElementById(`place-${code}`);
  card?.closest("details")?.setAttribute("open", "");
  card?.scrollIntoView({ block: "center" });
  card?.focus({ preventScroll: true });
}

type Point = readonly [x: number, y: number];

/** The part of the drawing that has the places and the chosen area, as a square or a little wider. */
function viewOf(choice: FindChoice, data: FindQuery, drawing: Drawing, marks: readonly Point[]) {
  const boundary = data.map?.nodes.find(({ code }) => code === choice.area)?.boundary ?? null;
  const corners =
    boundary === null || choice.near !== null
      ? []
      : cornersOf(boundary).map(([x, y]) => drawing.place(x!, y!));
  const here = choice.near === null ? [] : [drawing.place(choice.near.longitude, choice.near.latitude)];
  const points = [...marks, ...corners, ...here];
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const size = Math.max(right - left, bottom - top, least) * 1.2;
  const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2];
  return { size, box: [middleX - size / 2, middleY - size / 2, size, size].map(Math.round).join(" ") };
}

const cornersOf = ({ type, coordinates }: Geometry): readonly (readonly number[])[] =>
  type === "Polygon" ? coordinates.flat() : coordinates.flat(2);
