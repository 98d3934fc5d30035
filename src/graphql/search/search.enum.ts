import type { SearchField, SearchType } from "../../domain/search/search-document";
import { enumType } from "../kit/enum-type";

export const SearchTypeEnum = enumType<SearchType>("SearchType", "What can be searched.", {
  ACTION: "Actions of strategies.",
  AREA: "Areas of every level.",
  CENTRE: "Centres.",
  ORGANIZATION: "Organisations.",
  PARTNERSHIP: "Partnerships.",
  SERVICE: "Services.",
  STRATEGY: "Strategies.",
  TAXONOMY_TERM: "Words of the vocabularies, such as kinds of centre and target groups.",
});

export const SearchFieldEnum = enumType<SearchField>(
  "SearchField",
  "What the text is in which words were found. Those above all others in weight are the names.",
  {
    ADDRESS: "The street and number.",
    ALTERNATE_NAME: "Another name in use.",
    AREA: "The name of an area in which it lies or which it serves.",
    DESCRIPTION: "What is said about it: description, activities, notes.",
    NAME: "Its name, in Italian or English.",
    ORGANIZATION: "The name of an organisation that answers for it or takes part.",
    SERVICE: "The name of a service that is given there.",
    TERM: "The name of its kind, present or past, of its type, target group, keyword.",
  },
);
