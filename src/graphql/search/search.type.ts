import { createUnionType, Float, Int } from "type-graphql";
import type { SearchField } from "../../domain/search/search-document";
import type { TypedRecord } from "../../queries/kit/find-node";
import { PageInfoType } from "../kit/connection.type";
import { NonNull, Output } from "../kit/decorators";
import { TaxonomyTermType } from "../kit/taxonomy-term.type";
import { AreaType } from "../places/area.type";
import { CentreType } from "../places/centre.type";
import { OrganizationType } from "../places/organization.type";
import { ServiceType } from "../services/service.type";
import { ActionType } from "../strategy/action.type";
import { PartnershipType } from "../strategy/partnership.type";
import { StrategyType } from "../strategy/strategy.type";
import { SearchFieldEnum } from "./search.enum";

const SearchResultUnion = createUnionType({
  name: "SearchResult",
  description: "Object that a search can find. Each is a Node.",
  types: () =>
    [
      ActionType,
      AreaType,
      CentreType,
      OrganizationType,
      PartnershipType,
      ServiceType,
      StrategyType,
      TaxonomyTermType,
    ] as const,
  resolveType: (value) => (value as unknown as TypedRecord).__typename,
});

@Output("TextRange", "Range within a text.")
export class TextRangeType {
  @NonNull(() => Int, "Start in UTF-16 units from 0, as in JavaScript and Java.")
  start!: number;

  @NonNull(() => Int, "Length in UTF-16 units.")
  length!: number;
}

@Output("SearchHighlight", "Text with matching words, as plain text without HTML.")
export class SearchHighlightType {
  @NonNull(() => SearchFieldEnum, "Type of the text.")
  field!: SearchField;

  @NonNull(
    () => String,
    "The text, or about 160 characters around the first match. The character … marks omissions.",
  )
  text!: string;

  @NonNull(() => [TextRangeType], "Positions of the matching words, in order.")
  ranges!: TextRangeType[];
}

@Output("SearchEdge", "One search result, with its score and cursor.")
export class SearchEdgeType {
  @NonNull(() => String, "Cursor of this item, for `after`.")
  cursor!: string;

  @NonNull(() => SearchResultUnion, "The result.")
  node!: TypedRecord;

  @NonNull(
    () => Float,
    "Match score up to 1, the score of an exact name. Scores from 0.5 are free of typing mistakes; each corrected letter halves the score. Scores are comparable only within one search.",
  )
  score!: number;

  @NonNull(
    () => Boolean,
    "True if the result contains all words of the text. False if the text contains its whole name and other words, or if no record contains all words.",
  )
  hasAllWords!: boolean;

  @NonNull(() => [SearchHighlightType], "Texts with matching words: at most five, names first.")
  highlights!: SearchHighlightType[];
}

@Output("SearchConnection", "A page of search results (Relay connection).")
export class SearchConnectionType {
  @NonNull(() => [SearchEdgeType], "Items of this page, best match first.")
  edges!: SearchEdgeType[];

  @NonNull(() => [SearchResultUnion], "Items of this page, best match first.")
  nodes!: TypedRecord[];

  @NonNull(() => PageInfoType, "Position of the page in the list.")
  pageInfo!: PageInfoType;

  @NonNull(() => Int, "Exact number of results in the whole list.")
  totalCount!: number;
}
