import type { Dimension } from "../../domain/counts/aggregate-rules";
import type { JoinedCell } from "../../domain/counts/measured";
import { distinct } from "../../domain/kit/distinct";
import { labelOf } from "../../domain/kit/enum-labels";
import type { LocalizedText } from "../../domain/kit/localized-text";
import { codecs } from "../../storage/records/codecs";
import type { EntityName } from "../../storage/records/hub-record";
import { findRecord, type TypedRecord } from "../kit/find-node";
import type { QueryContext } from "../kit/query-context";
import type { Records } from "../kit/records";

/** The name of a group; of a class or a date, its code. */
export type GroupNames = (dimension: Dimension, code: string) => LocalizedText;

/** The names of all groups of the cells; one batch for each type of record that was not read yet. */
export function groupNames(
  groupBy: readonly Dimension[],
  cells: readonly JoinedCell[],
  { records }: QueryContext,
): GroupNames {
  const names = groupBy.map((dimension, i) => {
    const codes = distinct(cells.flatMap(({ groups }) => groups[i] ?? []));
    const found = codes.map((code) => nameOf(dimension, code, records));
    return [dimension, new Map(codes.map((code, place) => [code, found[place]!]))] as const;
  });
  const byDimension = new Map(names);
  return (dimension, code) => byDimension.get(dimension)?.get(code) ?? inBoth(code);
}

/** The record of a group; `null` for a word, a class, a date, and an unknown group. */
export function groupRecord(
  { dimension, code }: { readonly dimension: Dimension; readonly code: string | null },
  { records }: QueryContext,
): TypedRecord | null {
  const name = recordsOf[dimension];
  return name === undefined || code === null ? null : findRecord({ type: codecs[name].type, code }, records);
}

/** The records of groups that are records. */
const recordsOf: Partial<Record<Dimension, Extract<EntityName, NamedRecord>>> = {
  ACTION: "action",
  AREA: "area",
  KIND: "taxonomyTerm",
  ORGANIZATION: "organization",
  TARGET_GROUP: "taxonomyTerm",
};
type NamedRecord = "action" | "area" | "organization" | "taxonomyTerm";

/** The enums of groups that are words. */
const enumsOf: Partial<Record<Dimension, string>> = {
  CARE_DOMAIN: "CareDomain",
  FUND: "Fund",
  STAGE: "ExpenditureKind",
  STATUS: "OperationalStatus",
};

function nameOf(dimension: Dimension, code: string, records: Records): LocalizedText {
  const words = enumsOf[dimension];
  if (words !== undefined) return labelOf(words, code);
  const type = recordsOf[dimension];
  const { name } = (type && records[type].one(code)) ?? { name: code };
  return typeof name === "string" ? inBoth(name) : name;
}

/** Official names and codes are the same in both languages. */
const inBoth = (text: string): LocalizedText => ({ it: text, en: text });
