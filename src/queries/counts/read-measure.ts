import type { Dimension, Measure } from "../../domain/counts/aggregate-rules";
import type { CountSubject } from "../../domain/counts/count-classes";
import { type Measured, measured } from "../../domain/counts/measured";
import { ratioOf } from "../../domain/indicators/ratio";
import { type LocalizedText, textIn } from "../../domain/kit/localized-text";
import { english, italian } from "../../domain/kit/messages/values";
import { offeredStatuses } from "../../domain/kit/status";
import { type Unit, unitOf } from "../../domain/kit/unit";
import type { GroupFilter } from "../../domain/statistics/cube";
import { participationCube } from "../../domain/strategy/engagement-totals";
import type { AreaNumber } from "../indicators/read-area-numbers";
import { answerOf, type MeasureReader } from "./measure-reader";
import { readCounted } from "./read-counted";
import { readExpenditure, readPlan } from "./read-money";
import { readObservations } from "./read-observations";
import type { People } from "./read-people";

const suppression: LocalizedText = {
  it: "Non pubblicato: il numero è piccolo, o ne rivelerebbe uno piccolo.",
  en: "Suppressed: the count is small, or would reveal a small one.",
};
const unknown: LocalizedText = { it: "Nessuna fonte lo indica.", en: "No source states it." };

/** Published counts of a city, or their ratios to people: by the groups, then by the dimensions that are only filtered by. */
const countsOf =
  (of: CountSubject): MeasureReader =>
  (given, context) => {
    const asksForStatus = given.filter.has("STATUS") || given.groupBy.includes("STATUS");
    const request = { ...given, filter: ofOffered(given.filter) };
    const dimensions = [...request.groupBy, ...request.filter.keys()];
    const [cube, people] = [readCounted(of, dimensions, request, context), request.people];
    const counts = cube.as(({ count: all, ofUnknownStatus }, at) => {
      const count = asksForStatus ? all : all - ofUnknownStatus;
      const value = people === null ? measured(count) : relatedTo(people.of(at("AREA")), count, people);
      return { ...value, ofUnknownStatus };
    });
    const unit = unitOf(of.toLowerCase());
    return answerOf(people === null ? unit : ratioUnit(unit, people), counts, request, (kept) => kept);
  };

/** What is closed or planned counts only where the request names its status; what is of unknown status stands beside. */
const ofOffered = (filter: GroupFilter<Dimension>): GroupFilter<Dimension> =>
  filter.has("STATUS") ? filter : new Map([...filter, ["STATUS", offeredStatuses]]);

function relatedTo(people: AreaNumber | null, count: number, { factor }: People): Measured {
  const { coverage = null, parts = [], sourceCodes = [], value: denominator = null } = people ?? {};
  const { value, ...ratio } = ratioOf(count, people, factor);
  return measured(value, { ...ratio, numerator: count, denominator, coverage, parts, sourceCodes });
}

/** For example: services per 1,000 (residents_65plus). */
const ratioUnit = ({ code, name }: Unit, { factor, indicator }: People): Unit => ({
  code: `${code} per ${factor} (${indicator.code})`,
  name: {
    it: `${name.it} ogni ${italian(factor)} (${textIn(indicator.name, "it").value})`,
    en: `${name.en} per ${english(factor)} (${textIn(indicator.name, "en").value})`,
  },
  symbol: null,
});

/** Participations by area and age class: filters select from the one protected table of the strategy. */
const readParticipants: MeasureReader = (request, { repositories }) => {
  const events = repositories.engagementEvents.allOfStrategy(request.strategy!.code);
  const sourceCodes = [...new Set(events.flatMap((event) => event.sourceCodes))].sort();
  const cube = participationCube(events).as(({ people: { count, suppressed }, coverage }) =>
    measured(count, {
      ...(suppressed ? { status: "CONFIDENTIAL" } : {}),
      reason: suppressed ? suppression : count === null ? unknown : null,
      coverage,
      sourceCodes,
    }),
  );
  return answerOf(unitOf("participations"), cube, request);
};

/** A new measure in the rules breaks the build until it has a reader. */
export const readMeasure: Readonly<Record<Measure, MeasureReader>> = {
  CENTRES: countsOf("CENTRES"),
  EXPENDITURE: readExpenditure,
  OBSERVATION: readObservations,
  PARTICIPANTS: readParticipants,
  PLAN: readPlan,
  SERVICES: countsOf("SERVICES"),
};
