type Position = readonly number[];

/** The part of GeoJSON (RFC 7946) that boundaries use. */
export type Geometry =
  | { readonly type: "Polygon"; readonly coordinates: readonly (readonly Position[])[] }
  | { readonly type: "MultiPolygon"; readonly coordinates: readonly (readonly (readonly Position[])[])[] };

export interface Shape {
  readonly code: string;
  readonly geometry: Geometry;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** Path data of SVG by code. */
  readonly paths: ReadonlyMap<string, string>;
  /** Where a point lies in the drawing. */
  readonly place: (longitude: number, latitude: number) => readonly [x: number, y: number];
}

const ringsOf = ({ type, coordinates }: Geometry): readonly (readonly Position[])[] =>
  type === "Polygon" ? coordinates : coordinates.flat();

/**
 * Draws shapes in a width. A degree of longitude is shortened by the latitude of the middle: for a city that is a map
 * without visible distortion, and the direction of rings does not matter.
 */
export function draw(shapes: readonly Shape[], width: number): Drawing {
  const points = shapes.flatMap(({ geometry }) => ringsOf(geometry).flat());
  const longitudes = points.map(([longitude]) => longitude!);
  const latitudes = points.map(([, latitude]) => latitude!);
  const [west, east] = [min(longitudes), max(longitudes)];
  const [south, north] = [min(latitudes), max(latitudes)];
  const shortened = Math.cos(((south + north) / 2) * (Math.PI / 180));
  const scale = width / ((east - west) * shortened);
  const place = (longitude: number, latitude: number) =>
    [round((longitude - west) * shortened * scale), round((north - latitude) * scale)] as const;
  const pathOf = ({ geometry }: Shape) =>
    ringsOf(geometry)
      .map(
        (ring) =>
          `M${ring.map(([longitude, latitude]) => place(longitude!, latitude!).join(",")).join("L")}Z`,
      )
      .join("");
  return {
    width,
    height: Math.ceil((north - south) * scale),
    paths: new Map(shapes.map((shape) => [shape.code, pathOf(shape)])),
    place,
  };
}

// Thousands of points are too many arguments for Math.min.
const min = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);
const max = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity);
const round = (value: number): number => Math.round(value * 10) / 10;
