import { areaLevels } from "../../domain/places/area";
import type { Item } from "../engine/key";
import type { QueryParams } from "../engine/query-input";
import type { Reader } from "../engine/reader";
import { codecs } from "./codecs";
import { issueLists } from "./data-quality-issue.codec";
import type { EntityName } from "./hub-record";
import { importRunLists } from "./import-run.codec";
import { everyArea, keys, sortableCode } from "./keys";

/** Codes read on each side of a typed one: more would cost more, and fewer would miss a wrong first letter. */
const window = 50;

/** A list of records with codes; `order` is the beginning of its sort keys. Without it the list has another order. */
type CodeList = Pick<QueryParams, "index" | "partition"> & { readonly order: string | null };

/** Existing codes beside one that does not exist. The cost is the same for any number of records. */
export function codeRepository(reader: Reader) {
  function codesIn({ order, ...list }: CodeList, typed: string): string[] {
    const place = typed === "" || order === null ? null : `${order}${sortableCode(typed)}`;
    const found = [
      reader.query({ ...list, descending: true, ...(place !== null && { upTo: place }) }, window),
      ...(place === null ? [] : [reader.query({ ...list, from: place }, window)]),
    ];
    return found.flatMap(({ items }) => items.map(codeOf));
  }

  function listsOf(name: EntityName, typed: string): CodeList[] {
    const { type } = codecs[name];
    const [source = ""] = typed.split(":");
    switch (name) {
      case "area":
        return areaLevels.map((level) => inIndex(keys.list.areas(level, "").listPk));
      case "location":
        return [{ partition: keys.locationInArea(everyArea, "").pk, order: "" }];
      case "importRun":
        return [
          { partition: keys.importRunInList(importRunLists.source(source), "", "").pk, order: null },
          { partition: keys.importRunInList(importRunLists.all(), "", "").pk, order: null },
        ];
      case "dataQualityIssue":
        return [
          inIndex(keys.list.sourceIssues("STANDING", source, "", "").listPk, null),
          { partition: keys.dataQualityIssue("STANDING", issueLists.all(), "", "").pk, order: null },
        ];
      case "action": {
        const strategies = codesIn(inIndex(keys.list.records("Strategy", "").listPk), typed);
        return strategies
          .slice(0, 3)
          .map((code) => inIndex(keys.list.strategyRecords(type, code, "", "").listPk, "#"));
      }
      default:
        return [inIndex(keys.list.records(type, "").listPk)];
    }
  }

  return {
    /** Codes of the type of record that are beside the typed one in the order of codes. */
    near(name: EntityName, typed: string): string[] {
      const lists = listsOf(name, typed);
      return lists.flatMap((list) => codesIn(list, typed));
    },
  };
}

const inIndex = (partition: string, order: string | null = ""): CodeList => ({
  index: "list",
  partition,
  order,
});

const codeOf = ({ code, record }: Item): string =>
  String(code ?? (record as { readonly code?: string } | undefined)?.code);
