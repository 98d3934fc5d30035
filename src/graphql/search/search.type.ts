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
  description: "Anything that a search can find. Each is a Node.",
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

@Output("TextRange", "A part of a text.")
export class TextRangeType {
  @NonNull(() => Int, "Where it begins, in UTF-16 units from 0, as JavaScript and Java count.")
  start!: number;

  @NonNull(() => Int, "How long it is, in UTF-16 units.")
  length!: number;
}

@Output("SearchHighlight", "A text in which typed words were found. It is plain text, not HTML.")
export class SearchHighlightType {
  @NonNull(() => SearchFieldEnum, "What the text is.")
  field!: SearchField;

  @NonNull(
    () => String,
    "The text, or about 160 characters of it around the first word found; … where it was cut.",
  )
  text!: string;

  @NonNull(() => [TextRangeType], "Where in this text the words stand, in order.")
  ranges!: TextRangeType[];
}

@Output("SearchEdge", "One of the things found, with its place in the list.")
export class SearchEdgeType {
  @NonNull(() => String, "Place of this item in the list, for `after`.")
  cursor!: string;

  @NonNull(() => SearchResultUnion, "The thing found.")
  node!: TypedRecord;

  @NonNull(
    () => Float,
    "How well it fits, up to 1: its name is what was typed. From 0.5 without typing mistakes; each forgiven letter halves it. Comparable within one search only.",
  )
  score!: number;

  @NonNull(
    () => Boolean,
    "True when it holds all words of the text. False when its whole name was typed beside other words, or when nothing holds them all.",
  )
  hasAllWords!: boolean;

  @NonNull(() => [SearchHighlightType], "Where words were found, at most five texts, names first.")
  highlights!: SearchHighlightType[];
}

@Output("SearchConnection", "A page of things found (Relay connection).")
export class SearchConnectionType {
  @NonNull(() => [SearchEdgeType], "The items of this page, best first.")
  edges!: SearchEdgeType[];

  @NonNull(() => [SearchResultUnion], "The items of this page, best first.")
  nodes!: TypedRecord[];

  @NonNull(() => PageInfoType, "How to go on.")
  pageInfo!: PageInfoType;

  @NonNull(() => Int, "Exact number of things found, not of this page.")
  totalCount!: number;
}
