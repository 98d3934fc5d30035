import * as z from "zod";
import { createObservation, type Observation, observationRecord } from "../../domain/indicators/observation";
import { groupBy } from "../../domain/kit/group-by";
import { byText } from "../../domain/kit/order";

const { areaLevel, coverage, note, status } = observationRecord.shape;

const series = z.strictObject({
  indicator: z.string(),
  area: z.string(),
  level: areaLevel,
  sources: z.array(z.string()),
  /** By period: the value, `null` for none, or the value with its numerator and denominator. */
  values: z.record(
    z.string(),
    z.union([z.number(), z.null(), z.tuple([z.number().nullable(), z.number(), z.number()])]),
  ),
  /** By period, what is not usual: a status, a note, the parts of a total. */
  marks: z
    .record(
      z.string(),
      z.strictObject({ status: status.optional(), note: note.optional(), coverage: coverage.optional() }),
    )
    .optional(),
});

/**
 * The observations of an indicator in an area, as a starter file has them: one line instead of a record for each period.
 * SDMX calls it a series.
 */
export type Series = z.output<typeof series>;
type Mark = NonNullable<Series["marks"]>[string];

export const seriesSchema = series;

/** All observations as series, by indicator, area and sources. `observationsOf` reads back the same observations. */
export function seriesOf(observations: readonly Observation[]): Series[] {
  const groups = groupBy(
    observations,
    ({ indicatorCode, areaCode, sourceCodes }) => `${indicatorCode}@${areaCode}@${sourceCodes.join()}`,
  );
  return [...groups.values()]
    .map(oneSeries)
    .sort(
      (a, b) =>
        byText(a.indicator, b.indicator) ||
        byNumber(a.area, b.area) ||
        byText(a.sources.join(), b.sources.join()),
    );
}

function oneSeries(group: readonly Observation[]): Series {
  const sorted = [...group].sort((a, b) => byText(a.period, b.period));
  const { indicatorCode, areaCode, areaLevel: level, sourceCodes } = sorted[0]!;
  const marks = sorted.flatMap((each): [string, Mark][] => {
    const mark = markOf(each);
    return mark === null ? [] : [[each.period, mark]];
  });
  return {
    ...{ indicator: indicatorCode, area: areaCode, level, sources: [...sourceCodes] },
    values: Object.fromEntries(
      sorted.map(({ period, value, numerator, denominator }) => [
        period,
        numerator === null || denominator === null ? value : [value, numerator, denominator],
      ]),
    ),
    ...(marks.length > 0 && { marks: Object.fromEntries(marks) }),
  };
}

function markOf({ value, status: given, note: text, coverage: parts }: Observation): Mark | null {
  const usual = value === null ? "MISSING" : "NORMAL";
  const mark: Mark = {
    ...(given !== usual && { status: given }),
    ...(text !== null && { note: text }),
    ...(parts !== null && { coverage: parts }),
  };
  return Object.keys(mark).length === 0 ? null : mark;
}

/** The observations of series, each as the import made it. */
export const observationsOf = (all: readonly Series[]): Observation[] =>
  all.flatMap(({ indicator, area, level, sources, values, marks }) =>
    Object.entries(values).map(([period, given]) => {
      const [value, numerator, denominator] = Array.isArray(given) ? given : [given, null, null];
      return createObservation({
        ...{ indicatorCode: indicator, areaCode: area, areaLevel: level, period },
        ...{ value, numerator, denominator, sourceCodes: sources },
        ...{ note: null, coverage: null },
        status: value === null ? "MISSING" : "NORMAL",
        ...marks?.[period],
      });
    }),
  );

const byNumber = new Intl.Collator("en", { numeric: true }).compare;
