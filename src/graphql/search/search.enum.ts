import type { SearchField, SearchType } from "../../domain/search/search-document";
import { enumType } from "../kit/enum-type";

export const SearchTypeEnum = enumType<SearchType>("SearchType", "Type of search results.", {
  ACTION: "Actions of strategies.",
  AREA: "Areas of every level.",
  CENTRE: "Centres.",
  INDICATOR: "Definitions of indicators.",
  LOCATION: "Buildings and sites, by their addresses.",
  ORGANIZATION: "Organisations.",
  PARTNERSHIP: "Partnerships.",
  SERVICE: "Services.",
  SOURCE: "Datasets and documents that provide facts.",
  STRATEGY: "Strategies.",
  TAXONOMY_TERM: "Terms of vocabularies, such as kinds of centre and target groups.",
});

export const SearchFieldEnum = enumType<SearchField>(
  "SearchField",
  "Type of a text with matching words. Names have the highest weight.",
  {
    ADDRESS: "Street and number, also as other records of the same building write them.",
    ALTERNATE_NAME: "Alternative name; also the code of an area, an indicator or a source.",
    AREA: "Name of an area in which the record lies or which it serves.",
    DESCRIPTION: "Description, activities or notes.",
    NAME: "Name in Italian or English.",
    ORGANIZATION: "Name of an organisation that is responsible or takes part.",
    SERVICE: "Name of a service that the place provides.",
    TERM: "Name of a present or past kind, a service type, a target group or a keyword.",
  },
);
