import { createUnionType, Float, Int } from "type-graphql";
import { limits } from "../../domain/kit/limits";
import type { TypedRecord } from "../../queries/kit/find-node";
import type { SearchConnection } from "../../queries/search/find-search";
import { IndicatorDefinitionType } from "../indicators/indicator.type";
import { PageInfoType } from "../kit/connection.type";
import { nonNull, output } from "../kit/output";
import { SourceRefType } from "../kit/source-ref.type";
import { TaxonomyTermType } from "../kit/taxonomy-term.type";
import { AreaType } from "../places/area.type";
import { CentreType } from "../places/centre.type";
import { LocationObjectType } from "../places/location.type";
import { OrganizationType } from "../places/organization.type";
import { ServiceType } from "../services/service.type";
import { ActionType } from "../strategy/action.type";
import { PartnershipType } from "../strategy/partnership.type";
import { StrategyType } from "../strategy/strategy.type";
import { SearchFieldEnum } from "./search.enum";

type SearchEdge = SearchConnection["edges"][number];
type SearchHighlight = ReturnType<SearchEdge["highlights"]>[number];
type TextRange = SearchHighlight["ranges"][number];

const SearchResultUnion = createUnionType({
  name: "SearchResult",
  description: "Object that a search can find. Each is a Node.",
  types: () =>
    [
      ActionType,
      AreaType,
      CentreType,
      IndicatorDefinitionType,
      LocationObjectType,
      OrganizationType,
      PartnershipType,
      ServiceType,
      SourceRefType,
      StrategyType,
      TaxonomyTermType,
    ] as const,
  resolveType: (value) => (value as unknown as TypedRecord).__typename,
});

const TextRangeType = output<TextRange>("TextRange", "Range within a text.", {
  start: nonNull(() => Int, "Start in UTF-16 units from 0, as in JavaScript and Java."),
  length: nonNull(() => Int, "Length in UTF-16 units."),
});

const SearchHighlightType = output<SearchHighlight>(
  "SearchHighlight",
  "Text with matching words, as plain text without HTML.",
  {
    field: nonNull(() => SearchFieldEnum, "Type of the text."),
    text: nonNull(
      () => String,
      "The text, or about 160 characters around the first match. The character … marks omissions.",
    ),
    ranges: nonNull(() => [TextRangeType], "Positions of the matching words, in order."),
  },
);

const SearchEdgeType = output<SearchEdge>("SearchEdge", "One search result, with its score and cursor.", {
  cursor: nonNull(() => String, "Cursor of this item, for `after`."),
  node: nonNull(() => SearchResultUnion, "The result."),
  score: nonNull(
    () => Float,
    "Match score up to 1, the score of the exact name of a place or service. Scores from 0.5 are free of typing mistakes; each corrected letter halves the score. Scores are comparable only within one search.",
  ),
  hasAllWords: nonNull(
    () => Boolean,
    "True if the result contains all words of the text. False if the text contains its whole name and other words. Also false if no record contains all words, and this one contains most of their weight.",
  ),
  highlights: nonNull(
    () => [SearchHighlightType],
    "Texts with matching words, names first.",
    limits.highlights,
  ),
});

export const SearchConnectionType = output<SearchConnection>(
  "SearchConnection",
  "A page of search results (Relay connection).",
  {
    edges: nonNull(() => [SearchEdgeType], "Items of this page, best match first.", limits.pageSize.largest),
    nodes: nonNull(
      () => [SearchResultUnion],
      "Items of this page, best match first.",
      limits.pageSize.largest,
    ),
    pageInfo: nonNull(() => PageInfoType, "Position of the page in the list."),
    totalCount: nonNull(() => Int, "Exact number of results in the whole list."),
  },
);
