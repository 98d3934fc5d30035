import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import { observationCode } from "../../domain/indicators/observation";
import type { Table } from "../../storage/engine/table";
import type { HubRecord } from "../../storage/records/hub-record";
import { noneLeftOut } from "../kit/left-out";
import type { LineProblem } from "../kit/problem";
import type { FinishedRecord, Source } from "../kit/source";
import { withoutNumbers } from "../kit/suppressed-problem";
import type { MappedRows } from "./map-rows";
import { protectedObservations } from "./small-numbers";

type HeldObservation = FinishedRecord & { readonly type: "observation" };

const isObservation = (each: FinishedRecord): each is HeldObservation => each.type === "observation";

/** What is left of some rows without their observations, and the lines of these. */
interface WithoutObservations {
  readonly mapped: MappedRows;
  readonly lines: readonly number[];
}

interface Released {
  /** Stored observations that must be suppressed with those of the file. They are not records of the file. */
  readonly beside: readonly HubRecord[];
  readonly parts: readonly MappedRows[];
}

/**
 * Keeps the observations of a source with sensitive indicators until its whole file is read: only together they show which
 * numbers must be suppressed. Problems that quote numbers wait with them. Of other sources it keeps nothing.
 */
export function heldObservations(source: Source, table: Table) {
  const definitions = (source.definitions ?? []).flatMap(({ type, record }) =>
    type === "indicator" ? (record as IndicatorDefinition) : [],
  );
  const holds = definitions.some(({ sensitive }) => sensitive);
  const held: HeldObservation[] = [];
  const problems: LineProblem[] = [];
  return {
    holds,
    hold(mapped: MappedRows): WithoutObservations {
      if (!holds) return { mapped, lines: [] };
      const own = mapped.records.filter(isObservation);
      held.push(...own);
      problems.push(...mapped.problems.filter(({ quotes }) => quotes !== undefined));
      return {
        mapped: {
          ...mapped,
          records: mapped.records.filter((each) => !isObservation(each)),
          problems: mapped.problems.filter(({ quotes }) => quotes === undefined),
        },
        lines: own.flatMap(({ lines }) => lines),
      };
    },
    /**
     * All of them and those of the last step, in two parts: the suppressed ones are saved first, so that an import that stops
     * in between never shows a number that the new ones would disclose.
     */
    async release(finished: MappedRows): Promise<Released> {
      if (!holds) return { beside: [], parts: [finished] };
      const { mapped } = this.hold(finished);
      const given = held.map(({ record }) => record);
      const found = await protectedObservations(table, given, definitions, source.relations);
      const records = held.map(
        ({ lines }, i): HeldObservation => ({ type: "observation", record: found.given[i]!, lines }),
      );
      const isHidden = ({ record }: HeldObservation): boolean => found.codes.has(observationCode(record));
      const none = {
        problems: [],
        read: 0,
        rejected: new Set<number>(),
        leftOut: noneLeftOut,
        unreadable: 0,
      };
      return {
        beside: found.beside.map((record) => ({ type: "observation", record })),
        parts: [
          { ...none, records: records.filter(isHidden) },
          {
            ...mapped,
            records: [...mapped.records, ...records.filter((each) => !isHidden(each))],
            problems: [...mapped.problems, ...problems.map((each) => withoutNumbers(each, found.codes))],
          },
        ],
      };
    },
  };
}
