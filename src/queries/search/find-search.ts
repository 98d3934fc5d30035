import { HubError } from "../../domain/kit/errors";
import { limits } from "../../domain/kit/limits";
import { type StatusOrUnknown, wantedStatuses } from "../../domain/kit/status";
import { type SearchType, searchTypes } from "../../domain/search/search-document";
import { typedWords } from "../../domain/text/typed-words";
import type { PageRequest } from "../../storage/engine/page";
import { type Connection, toConnection } from "../kit/connection";
import { findRecord, type TypedRecord } from "../kit/find-node";
import { knownCodeIfGiven } from "../kit/known-code";
import type { QueryContext } from "../kit/query-context";
import type { Records } from "../kit/records";
import { type SearchPage, searched, searchPage } from "./search-page";

interface SearchFilter {
  readonly text: string;
  readonly types: readonly SearchType[] | null | undefined;
  readonly area: string | null | undefined;
  readonly statuses: readonly StatusOrUnknown[] | null | undefined;
}

export interface SearchConnection extends Connection<TypedRecord> {
  readonly edges: SearchPage<TypedRecord>["edges"];
}

/**
 * The results for a text, best first.
 * @throws HubError BAD_USER_INPUT for a text without words or out of its bounds; UNKNOWN_CODE for the area.
 */
export function findSearch(
  { text, types, area, statuses }: SearchFilter,
  page: PageRequest,
  { records, repositories }: QueryContext,
): SearchConnection {
  checkText(text, "text");
  const areaCode = knownCodeIfGiven(records, "area", "area", area);
  const wanted = searchTypes.filter((type) => types?.includes(type));
  const query = {
    text,
    types: wanted.length > 0 ? wanted : undefined,
    areaCode,
    statuses: wantedStatuses(statuses),
  };
  const found = searchPage(searched(repositories), query, page, (hits) =>
    hits.map(({ type, code }) => recordOf(type, code, records)),
  );
  return { ...toConnection(found, page), edges: found.edges };
}

/**
 * @param where the argument.
 * @throws HubError BAD_USER_INPUT.
 */
export function checkText(text: string, where: string): void {
  const { searchText, searchWords } = limits;
  const characters = [...text.trim()].length;
  const words = typedWords(text).length;
  if (characters < searchText.smallest || characters > searchText.largest)
    throw new HubError("BAD_USER_INPUT", "searchLength", { length: characters, ...searchText }, { where });
  if (words === 0) throw new HubError("BAD_USER_INPUT", "searchWithoutWords", null, { where });
  if (words > searchWords)
    throw new HubError("BAD_USER_INPUT", "searchWords", { count: words, most: searchWords }, { where });
}

function recordOf(type: SearchType, code: string, records: Records): TypedRecord | null {
  const record = findRecord({ type: nodeTypes[type], code }, records);
  // Merged into another since the publication: that record is a result of its own.
  return record && "code" in record && record.code === code ? record : null;
}

/** The type of a record, named as in items and the API. */
const nodeTypes: Readonly<Record<SearchType, string>> = {
  ACTION: "Action",
  AREA: "Area",
  CENTRE: "Centre",
  INDICATOR: "IndicatorDefinition",
  LOCATION: "Location",
  ORGANIZATION: "Organization",
  PARTNERSHIP: "Partnership",
  SERVICE: "Service",
  SOURCE: "SourceRef",
  STRATEGY: "Strategy",
  TAXONOMY_TERM: "TaxonomyTerm",
};
