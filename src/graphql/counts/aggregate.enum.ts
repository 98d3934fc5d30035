import type { Dimension, Measure } from "../../domain/counts/aggregate-rules";
import { enumType } from "../kit/enum-type";

export const DimensionEnum = enumType<Dimension>(
  "Dimension",
  "Dimension for grouping and filtering measures.",
  {
    ACTION: "Action of the strategy, by code.",
    AGE_CLASS: "Age class in years, for example 65-79.",
    AREA: "Area of the level, by code. For participants, the area of the event at any level.",
    CARE_DOMAIN: "Care domain.",
    FUND: "Fund that provides the money.",
    KIND: "Kind of the centre on the date, by code.",
    ORGANIZATION: "Organisation that provides the service, by code.",
    PERIOD: "Period of an observation. The filter must name it, because periods are never summed.",
    STAGE: "Stage of expenditure. Stages are never summed.",
    STATUS: "Operational status: what no source states is UNKNOWN.",
    TARGET_GROUP: "Target group of the service, by code.",
  },
);

export const MeasureEnum = enumType<Measure>("Measure", "Measure of an aggregate.", {
  CENTRES:
    "Number of active centres. Those of unknown status stand beside; group by STATUS to count them. Dimensions: AREA, KIND and STATUS.",
  EXPENDITURE:
    "Expenditure of one stage in cents, up to the date. Dimensions: ACTION, FUND and STAGE. Requires strategy.",
  OBSERVATION:
    "Value of one indicator: published, or computed by its aggregation rule. Dimensions: AREA and PERIOD. Requires indicator.",
  PARTICIPANTS:
    "Number of participants, without small groups. Dimensions: AGE_CLASS and AREA. Requires strategy. Filters select from one protected table.",
  PLAN: "Planned amount of a budget version in cents. Dimension: FUND. Requires strategy.",
  SERVICES:
    "Number of active services. Those of unknown status stand beside; group by STATUS to count them. Dimensions: AREA, CARE_DOMAIN, ORGANIZATION, STATUS and TARGET_GROUP.",
});
