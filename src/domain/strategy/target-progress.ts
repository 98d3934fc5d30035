import { isCounted, type Observation } from "../indicators/observation";
import { lastDay } from "../kit/dates";
import type { LocalizedText } from "../kit/localized-text";
import type { IndicatorTarget } from "./indicator-target";

/** Progress of the last value from the baseline. */
export interface TargetProgress {
  /** (last - baseline) / (milestone - baseline): 1 is reached, above 1 exceeded, below 0 the wrong direction. */
  readonly towardsMilestone: number | null;
  /** As above, with the target. */
  readonly towardsTarget: number | null;
  /** Why a field is `null`. */
  readonly reason: LocalizedText | null;
}

/** The newest observation with a value that is no forecast, by the last day that its period can mean. */
export function newestOf(observations: readonly Observation[]): Observation | null {
  const valued = observations.filter(isCounted);
  return valued.reduce<Observation | null>(
    (newest, each) => (newest === null || lastDay(each.period) > lastDay(newest.period) ? each : newest),
    null,
  );
}

export function targetProgress(
  { areaCode, baseline, milestone2024, target2029 }: Omit<IndicatorTarget, "sourceCodes">,
  last: Observation | null,
): TargetProgress {
  const towards = (goal: number | null): number | null =>
    baseline === null || last === null || goal === null || goal === baseline.value
      ? null
      : (last.value! - baseline.value) / (goal - baseline.value);
  const progress = { towardsMilestone: towards(milestone2024), towardsTarget: towards(target2029) };
  const complete = progress.towardsMilestone !== null && progress.towardsTarget !== null;
  return { ...progress, reason: complete ? null : whyNot(areaCode, baseline === null, last === null) };
}

function whyNot(areaCode: string | null, noBaseline: boolean, noValue: boolean): LocalizedText {
  if (areaCode === null)
    return {
      it: "L'obiettivo non ha un'area: il valore da confrontare non è noto.",
      en: "The target has no area, so the value to compare is unknown.",
    };
  if (noValue) return { it: "Nessuna fonte riporta un valore.", en: "No source gives a value." };
  if (noBaseline) return { it: "Manca il valore di partenza.", en: "There is no baseline." };
  return {
    it: "Un traguardo manca o è uguale al valore di partenza.",
    en: "A goal is missing or equals the baseline.",
  };
}
