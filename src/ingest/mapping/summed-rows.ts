import { createObservation, observationCode, weakestStatus } from "../../domain/indicators/observation";
import { groupBy } from "../../domain/kit/group-by";
import type { LocalizedText } from "../../domain/kit/localized-text";
import { sum } from "../../domain/kit/sum";
import { invalid, type LineProblem } from "../kit/problem";
import type { NumbersOfLine, Part } from "./totals-of";

/** The rows of one indicator, area and period as one value; people without an area stay apart. */
export function summedRows(rows: readonly NumbersOfLine[]): {
  readonly rows: readonly (NumbersOfLine & { readonly lines: readonly number[] })[];
  readonly parts: readonly Part[];
  readonly problems: readonly LineProblem[];
} {
  const problems: LineProblem[] = [];
  const single = rows.flatMap(({ line, isRest, observations }) =>
    observations.map((observation) => ({ line, isRest, observation })),
  );
  const groups = groupBy(
    single,
    ({ isRest, observation }) => `${isRest ? "rest " : ""}${observationCode(observation)}`,
  );
  const summed = [...groups.values()].flatMap((members) => {
    const [{ line, isRest, observation }] = members as [(typeof members)[number]];
    const all = members.map((each) => each.observation);
    const values = all.flatMap(({ value }) => value ?? []);
    const status = weakestStatus(all.map((each) => each.status));
    const lines = members.map((each) => each.line);
    try {
      const known =
        values.length === all.length
          ? ({ value: sum(values), status, note: all.length === 1 ? observation.note : null } as const)
          : ({ status: "MISSING", note: withoutNumber(all.length - values.length) } as const);
      const { indicatorCode, areaCode, areaLevel, period, sourceCodes } = observation;
      const record = createObservation({
        ...{ indicatorCode, areaCode, areaLevel, period, sourceCodes },
        ...known,
      });
      return [{ line, lines, isRest, observations: [record] }];
    } catch (error) {
      problems.push({ line: null, ...invalid(error) });
      return [];
    }
  });
  const parts = summed
    .filter(({ isRest }) => !isRest)
    .map(({ lines, observations: [observation] }): Part => ({ observation: observation!, lacks: "", lines }));
  return { rows: summed, parts, problems };
}

const withoutNumber = (rows: number): LocalizedText => ({
  it: `Righe della fonte senza numero: ${rows}.`,
  en: `Rows of the source without a number: ${rows}.`,
});
