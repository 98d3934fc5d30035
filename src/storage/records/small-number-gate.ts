import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import { type Observation, observationCode } from "../../domain/indicators/observation";
import { isUnsafeAlone } from "../../domain/indicators/sensitive";
import { isSuppressed, suppressed } from "../../domain/indicators/suppressed";
import type { Table } from "../engine/table";
import { keys } from "./keys";

/**
 * The last gate for small numbers: whatever way an observation comes, an unsafe one of a sensitive indicator is not stored with its
 * value, nor is one that was suppressed before. Imports protect whole tables before.
 */
export async function withoutSmallNumbers(
  table: Table,
  observations: readonly Observation[],
): Promise<readonly Observation[]> {
  const codes = [...new Set(observations.map(({ indicatorCode }) => indicatorCode))];
  const definitions = await recordsOf<IndicatorDefinition>(
    table,
    codes.map((code) => keys.record("IndicatorDefinition", code)),
  );
  const sensitive = new Map(definitions.flatMap((each) => (each.sensitive ? [[each.code, each]] : [])));
  const concerned = observations.filter(({ indicatorCode }) => sensitive.has(indicatorCode));
  if (concerned.length === 0) return observations;
  const stored = await recordsOf<Observation>(
    table,
    concerned.map((each) => keys.observation(each.areaCode, each.indicatorCode, each.period)),
  );
  const hidden = new Set(stored.filter(isSuppressed).map(observationCode));
  return observations.map((each) => {
    const definition = sensitive.get(each.indicatorCode);
    const isHidden =
      definition !== undefined && (isUnsafeAlone(definition, each) || hidden.has(observationCode(each)));
    return isHidden ? suppressed(each) : each;
  });
}

const recordsOf = async <T>(table: Table, wanted: readonly ReturnType<typeof keys.record>[]): Promise<T[]> =>
  (await table.batchGet(wanted, ["pk", "sk", "record"], true)).flatMap(({ record }) =>
    record === undefined ? [] : (record as T),
  );
