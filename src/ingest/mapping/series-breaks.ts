import { createObservation, type Observation } from "../../domain/indicators/observation";
import { joinedText } from "../../domain/kit/localized-text";
import type { Mapping } from "./mapping.schema";

/** An observation at which a mapping file declares a break of its series: its status says so, and its note why. */
export function withBreaks(breaks: Mapping["breaks"], observation: Observation): Observation {
  const { areaCode, indicatorCode, note, period, status, value } = observation;
  const own = breaks.filter(
    ({ areas, from, indicators }) =>
      from === period && indicators.includes(indicatorCode) && (areas?.includes(areaCode) ?? true),
  );
  if (own.length === 0 || value === null) return observation;
  const added = own.map(({ reason }) => reason).filter(({ en }) => !note?.en?.includes(en));
  return createObservation({
    ...observation,
    // Nobody counted a forecast: that is more than a break.
    status: status === "FORECAST" ? status : "BREAK",
    note: joinedText([...added, note ?? []].flat()),
  });
}
