import type { Measure } from "../../domain/counts/aggregate-rules";
import { measured } from "../../domain/counts/measured";
import type { LocalizedText } from "../../domain/kit/localized-text";
import { participationCube } from "../../domain/strategy/engagement-totals";
import { answerOf, type MeasureReader } from "./measure-reader";
import { type CountSubject, readCounted } from "./read-counted";
import { readExpenditure, readPlan } from "./read-money";
import { readObservations } from "./read-observations";

const suppression: LocalizedText = {
  it: "Non pubblicato: il numero è piccolo, o ne rivelerebbe uno piccolo.",
  en: "Suppressed: the count is small, or would reveal a small one.",
};
const unknown: LocalizedText = { it: "Nessuna fonte lo indica.", en: "No source states it." };

/** Published counts of a city: by the groups, then by the dimensions that are only filtered by. */
const countsOf =
  (of: CountSubject): MeasureReader =>
  async (request, context) => {
    const dimensions = [...request.groupBy, ...request.filter.keys()];
    const { cube } = await readCounted(of, dimensions, request, context);
    const counts = cube.as((count) => measured(count));
    return answerOf(of.toLowerCase(), counts, request, (kept) => kept);
  };

/** Participations by area and age class: filters select from the one protected table of the strategy. One Query. */
const readParticipants: MeasureReader = async (request, { repositories }) => {
  const events = await repositories.engagementEvents.allOfStrategy(request.strategy!.code);
  const sourceCodes = [...new Set(events.flatMap((event) => event.sourceCodes))].sort();
  const cube = participationCube(events).as(({ people: { count, suppressed }, coverage }) =>
    measured(count, {
      ...(suppressed ? { status: "CONFIDENTIAL" } : {}),
      reason: suppressed ? suppression : count === null ? unknown : null,
      coverage,
      sourceCodes,
    }),
  );
  return answerOf("participations", cube, request);
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
