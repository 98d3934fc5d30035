import { createUnionType, Field, Float, Int, ObjectType } from "type-graphql";
import type { SearchField } from "../../domain/search/search-document";
import type { TypedRecord } from "../../queries/kit/find-node";
import { PageInfoType } from "../kit/connection.type";
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

@ObjectType("TextRange", { description: "A part of a text.", simpleResolvers: true })
export class TextRangeType {
  @Field(() => Int, { description: "Where it begins, in UTF-16 units from 0, as JavaScript and Java count." })
  start!: number;

  @Field(() => Int, { description: "How long it is, in UTF-16 units." })
  length!: number;
}

@ObjectType("SearchHighlight", {
  description: "A text in which typed words were found. It is plain text, not HTML.",
  simpleResolvers: true,
})
export class SearchHighlightType {
  @Field(() => SearchFieldEnum, { description: "What the text is." })
  field!: SearchField;

  @Field(() => String, {
    description: "The text, or about 160 characters of it around the first word found; … where it was cut.",
  })
  text!: string;

  @Field(() => [TextRangeType], { description: "Where in this text the words stand, in order." })
  ranges!: TextRangeType[];
}

@ObjectType("SearchEdge", {
  description: "One of the things found, with its place in the list.",
  simpleResolvers: true,
})
export class SearchEdgeType {
  @Field(() => String, { description: "Place of this item in the list, for `after`." })
  cursor!: string;

  @Field(() => SearchResultUnion, { description: "The thing found." })
  node!: TypedRecord;

  @Field(() => Float, {
    description:
      "How well it fits, up to 1: its name is what was typed. From 0.5 without typing mistakes; each forgiven letter halves it. Comparable within one search only.",
  })
  score!: number;

  @Field(() => Boolean, {
    description:
      "True when it holds all words of the text. False when its whole name was typed beside other words, or when nothing holds them all.",
  })
  hasAllWords!: boolean;

  @Field(() => [SearchHighlightType], {
    description: "Where words were found, at most five texts, names first.",
  })
  highlights!: SearchHighlightType[];
}

@ObjectType("SearchConnection", {
  description: "A page of things found (Relay connection).",
  simpleResolvers: true,
})
export class SearchConnectionType {
  @Field(() => [SearchEdgeType], { description: "The items of this page, best first." })
  edges!: SearchEdgeType[];

  @Field(() => [SearchResultUnion], { description: "The items of this page, best first." })
  nodes!: TypedRecord[];

  @Field(() => PageInfoType, { description: "How to go on." })
  pageInfo!: PageInfoType;

  @Field(() => Int, { description: "Exact number of things found, not of this page." })
  totalCount!: number;
}
