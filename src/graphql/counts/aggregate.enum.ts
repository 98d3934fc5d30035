import type { Dimension, Measure } from "../../domain/counts/aggregate-rules";
import { enumType } from "../kit/enum-type";

export const DimensionEnum = enumType<Dimension>("Dimension", "What measures are grouped and filtered by.", {
  ACTION: "The action of the strategy, by code.",
  AGE_CLASS: "The age class in years, for example 65-79.",
  AREA: "The area of the level, by code; of participants the area that the event is about, whatever its level.",
  CARE_DOMAIN: "The sort of care.",
  FUND: "Where the money comes from.",
  KIND: "What kind a centre was on the day, by code.",
  ORGANIZATION: "Who gives the service, by code.",
  PERIOD: "The period of a number; always named in the filter, because periods are never added up.",
  STAGE: "The stage of money; stages are never added up.",
  TARGET_GROUP: "For whom a service is, by code.",
});

export const MeasureEnum = enumType<Measure>("Measure", "What is measured.", {
  CENTRES: "How many centres. Has AREA and KIND.",
  EXPENDITURE:
    "Money of the ledger in cents, up to the day, of one stage. Has ACTION, FUND and STAGE; needs strategy.",
  OBSERVATION:
    "The number of one indicator: as published, else put together by its rule. Has AREA and PERIOD; needs indicator.",
  PARTICIPANTS:
    "How many took part, without small groups. Has AGE_CLASS and AREA; needs strategy. Filters select from one table.",
  PLAN: "Money that a version of the budget plans, in cents. Has FUND; needs strategy.",
  SERVICES: "How many services. Has AREA, CARE_DOMAIN, ORGANIZATION and TARGET_GROUP.",
});
