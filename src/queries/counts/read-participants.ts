import { checkGroups } from "../../domain/counts/aggregate-rules";
import { type Measured, measured } from "../../domain/counts/measured";
import type { Coverage } from "../../domain/indicators/observation";
import type { LocalizedText } from "../../domain/kit/localized-text";
import type { ProtectedCount, ProtectedTable } from "../../domain/statistics/disclosure";
import { type Side, selectProtected } from "../../domain/statistics/protected-query";
import { engagementTotals } from "../../domain/strategy/engagement-totals";
import type { AggregateRequest, MeasureReader } from "./aggregate-request";
import { checkCells } from "./check-cells";

const heldBack: LocalizedText = {
  it: "Non pubblicato: il numero è piccolo, o ne rivelerebbe uno piccolo.",
  en: "Held back: it is small, or would give a small one away.",
};
const untold: LocalizedText = { it: "Nessuna fonte lo dice.", en: "No source tells." };

/**
 * Participations by area and age class, out of the one protected table of the strategy: filters select from it, so that no two
 * answers differ by a small group. One Query.
 */
export const readParticipants: MeasureReader = async (request, { repositories }) => {
  const events = await repositories.engagementEvents.everyOfStrategy(request.strategy!.code);
  const totals = engagementTotals(events);
  const table: ProtectedTable = {
    rows: totals.areas.map(({ byAgeClass, total }) => ({ cells: byAgeClass, total })),
    columns: totals.byAgeClass,
    total: totals.total,
  };
  const areas = sideOf(
    "AREA",
    totals.areas.map(({ areaCode }) => areaCode),
    request,
  );
  const classes = sideOf(
    "AGE_CLASS",
    totals.byAgeClass.map(({ ageClass }) => ageClass),
    request,
  );
  checkCells([areas, classes].filter(({ isGrouped }) => isGrouped).map(({ names, kept }) => kept ?? names));
  const sourceCodes = [...new Set(events.flatMap((event) => event.sourceCodes))].sort();
  const coverageOf = (area: string | null): Coverage => {
    const there = totals.areas.filter(({ areaCode }) =>
      area === null ? (areas.kept?.includes(areaCode) ?? true) : areaCode === area,
    );
    return {
      expected: there.reduce((sum, { coverage }) => sum + coverage.expected, 0),
      present: there.reduce((sum, { coverage }) => sum + coverage.present, 0),
    };
  };
  const tell = (count: ProtectedCount, area: string | null): Measured =>
    measured(count.count, {
      status: count.suppressed ? "CONFIDENTIAL" : count.count === null ? "MISSING" : "NORMAL",
      reason: count.suppressed ? heldBack : count.count === null ? untold : null,
      coverage: coverageOf(area),
      sourceCodes,
    });
  const [all] = selectProtected(table, { ...areas, isGrouped: false }, { ...classes, isGrouped: false });
  return {
    unit: "participations",
    cells: selectProtected(table, areas, classes).map((answer) => ({
      groups: request.groupBy.map((dimension) => (dimension === "AREA" ? answer.row : answer.column)),
      ...tell(answer, answer.row),
    })),
    total: tell(all!, null),
  };
};

function sideOf(
  dimension: "AGE_CLASS" | "AREA",
  names: readonly string[],
  { groupBy, filter }: AggregateRequest,
): Side {
  const kept = filter.get(dimension) ?? null;
  checkGroups(dimension, kept ?? [], names);
  return { names, isGrouped: groupBy.includes(dimension), kept };
}
