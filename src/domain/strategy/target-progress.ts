import type { Observation } from "../indicators/observation";
import { lastDay } from "../kit/dates";
import type { LocalizedText } from "../kit/localized-text";
import type { IndicatorTarget } from "./indicator-target";

/** How far the last value is on the way from the baseline. */
export interface TargetProgress {
  /** (last - baseline) / (milestone - baseline): 1 is reached, above 1 is beyond, below 0 is the wrong way. */
  readonly towardsMilestone: number | null;
  /** The same towards the target. */
  readonly towardsTarget: number | null;
  /** Why one of them is `null`. */
  readonly reason: LocalizedText | null;
}

/** The newest observation that has a value, by the last day that its period can mean; `null` where there is none. */
export function newestOf(observations: readonly Observation[]): Observation | null {
  const valued = observations.filter(({ value }) => value !== null);
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
