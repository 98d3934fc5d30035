import type { BoundingBox } from "../../domain/geo/bounding-box";
import { numberIn } from "../mapping/number-in";
import { foldWord } from "../mapping/value.schema";
import { filledOf } from "./column-type";
import type { Column, KnownAreas } from "./profile-columns";
import type { Sample } from "./sample-file";

export interface CityOfFile {
  readonly city: KnownAreas[number];
  /** What in the file shows it. */
  readonly reason: string;
}

const localityName = /^(?:comune|citt[aà]|localit[aà]|city|locality|municipality)$/i;

/** The city of the hub, if the file itself shows that all of it lies there; `null` is for a person to say. */
export function cityOfFile(sample: Sample, columns: readonly Column[], areas: KnownAreas): CityOfFile | null {
  const city = areas.find(({ level }) => level === "CITY");
  if (city === undefined) return null;
  const cellsOf = (name: string): string[] => filledOf(sample.rows.map((row) => row[name] ?? ""));
  const locality = columns.find(({ name }) => localityName.test(name.trim()));
  if (locality !== undefined) {
    const all = cellsOf(locality.name).every((word) => foldWord(word) === foldWord(city.name));
    return all ? { city, reason: `every row says ${city.name}` } : null;
  }
  const { boundingBox } = city;
  if (boundingBox === null) {
    const isOnly = areas.filter(({ level }) => level === "CITY").length === 1;
    return isOnly ? { city, reason: "the only city of the configuration" } : null;
  }
  const reason = `all positions lie around ${city.name}`;
  if (sample.box !== null) return isWithin(sample.box, boundingBox) ? { city, reason } : null;
  const [longitudes, latitudes] = (["longitude", "latitude"] as const).map((role) =>
    columns
      .filter((column) => column.role === role)
      .flatMap(({ name, type }) =>
        cellsOf(name).map((text) =>
          numberIn(text, { decimalChar: type.kind === "decimal" ? type.decimalChar : "." }),
        ),
      ),
  );
  const all = (numbers: readonly (number | null)[], low: number, high: number): boolean =>
    numbers.length > 0 && numbers.every((number) => number !== null && number >= low && number <= high);
  const { west, east, south, north } = boundingBox;
  return all(longitudes!, west, east) && all(latitudes!, south, north) ? { city, reason } : null;
}

const isWithin = (inner: BoundingBox, outer: BoundingBox): boolean =>
  inner.west >= outer.west &&
  inner.east <= outer.east &&
  inner.south >= outer.south &&
  inner.north <= outer.north;
