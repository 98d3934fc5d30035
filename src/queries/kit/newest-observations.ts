import type { Observation } from "../../domain/indicators/observation";
import { newestOf } from "../../domain/strategy/target-progress";
import type { Repositories } from "../../storage";

interface SeriesKey {
  readonly areaCode: string;
  readonly indicatorCode: string;
}

/** The newest values of some series: one Query for each area, however many indicators. */
export const newestObservations =
  ({ observations }: Repositories) =>
  async (wanted: readonly SeriesKey[]): Promise<(Observation | null)[]> => {
    const indicators = new Map<string, Set<string>>();
    for (const { areaCode, indicatorCode } of wanted)
      indicators.set(areaCode, (indicators.get(areaCode) ?? new Set()).add(indicatorCode));
    const read = await Promise.all(
      [...indicators].map(([areaCode, [only, ...others]]) =>
        observations.ofArea(areaCode, others.length === 0 ? only : undefined),
      ),
    );
    const all = read.flat();
    return wanted.map((key) =>
      newestOf(all.filter((o) => o.areaCode === key.areaCode && o.indicatorCode === key.indicatorCode)),
    );
  };
