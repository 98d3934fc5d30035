import type * as z from "zod";
import type { GeoPoint } from "../../domain/geo/point";
import type { TextLanguage } from "../../domain/kit/localized-text";
import type { AreaLevel } from "../../domain/places/area";
import { valueWithoutHidden } from "../formats/control-characters";
import type { JsonRow } from "../formats/json-record";
import type { RowProblem } from "../kit/problem";
import type { MappingContext, Source } from "../kit/source";
import type { hsdsSchema } from "./hsds.schema";
import { mapHsds, pointsOfHsds } from "./map-hsds";

/** An object with the areas of its points. */
interface LocatedRow {
  readonly row: JsonRow;
  readonly areas: readonly (readonly [point: GeoPoint, areas: readonly LocatedArea[]])[];
  readonly levels: ReadonlySet<AreaLevel>;
  readonly language: TextLanguage;
}

type LocatedArea = readonly [code: string, area: ReturnType<Required<MappingContext>["areaOf"]>];

type HsdsSource = Source<JsonRow, LocatedRow>;
type Declared = Pick<HsdsSource, "ref" | "files" | "format" | "mode" | "organizationCode" | "origin">;

/**
 * A source whose rows are HSDS 3 objects. Records need all of them together, because many services share one
 * organisation or location.
 */
export const hsdsSource = (declared: Declared, options: z.infer<typeof hsdsSchema>): HsdsSource => ({
  ...declared,
  isInCityLanguage: options.language === undefined,
  points: (row) => pointsOfHsds(row),
  map: (given, context) => {
    const problems: RowProblem[] = [];
    const row = { ...given, fields: valueWithoutHidden(given.fields, "", (found) => problems.push(found)) };
    const areas = pointsOfHsds(row).map((point) => [point, areasAt(point, context)] as const);
    return {
      records: [],
      problems,
      carry: {
        row,
        areas,
        levels: context.levelsWithBoundary,
        language: options.language ?? context.cityLanguage!,
      },
    };
  },
  finish(rows) {
    const [first] = rows;
    if (first === undefined) return { records: [], problems: [] };
    return mapHsds(
      rows.map(({ carry }) => carry.row),
      { ...options, sourceCode: declared.ref.code, language: first.carry.language },
      contextOf(rows.map(({ carry }) => carry)),
    );
  },
});

const areasAt = (point: GeoPoint, { areaCodesAt, areaOf }: MappingContext): LocatedArea[] =>
  areaCodesAt(point).map((code) => [code, areaOf?.(code) ?? null]);

function contextOf(rows: readonly LocatedRow[]): MappingContext {
  const idOf = ({ latitude, longitude }: GeoPoint): string => `${latitude} ${longitude}`;
  const known = new Map(rows.flatMap(({ areas }) => areas.map(([point, found]) => [idOf(point), found])));
  const byCode = new Map([...known.values()].flat());
  return {
    areaCodesAt: (point) => (known.get(idOf(point)) ?? []).map(([code]) => code),
    areaOf: (code) => byCode.get(code) ?? null,
    levelsWithBoundary: rows[0]?.levels ?? new Set(),
  };
}
