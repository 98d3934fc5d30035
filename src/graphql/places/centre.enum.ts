import type {
  AccessibilityFeature,
  Availability,
  CentreStatus,
  EquipmentFeature,
} from "../../domain/places/centre";
import type { KindReason } from "../../domain/places/kind-on";
import { enumType } from "../kit/enum-type";

export const AvailabilityEnum = enumType<Availability>("Availability", "Whether something is there.", {
  YES: "It is there.",
  NO: "It is not there.",
  LIMITED: "It is there in part, or not always.",
  UNKNOWN: "No source tells. Never read this as no.",
});

export const EquipmentFeatureEnum = enumType<EquipmentFeature>(
  "EquipmentFeature",
  "What a centre may be equipped with.",
  {
    AIR_CONDITIONING: "Air conditioning.",
    BAR: "A bar or a staffed refreshment point.",
    GARDEN: "A garden.",
    VENDING_MACHINE: "Vending machines for drinks or food.",
    WIFI: "Wireless internet for visitors.",
  },
);

export const AccessibilityFeatureEnum = enumType<AccessibilityFeature>(
  "AccessibilityFeature",
  "What makes a place usable for people with a disability.",
  { STEP_FREE_ACCESS: "It can be entered without steps or other architectural barriers." },
);

export const KindReasonEnum = enumType<KindReason>(
  "KindReason",
  "Why a kind of centre is answered for a day, or none.",
  {
    BEFORE_FIRST_STATEMENT: "Unknown: the day is before anything that a source states.",
    BETWEEN_STATEMENTS: "Unknown: sources speak of days before and after, not of this one.",
    CONTRADICTED: "Unknown: statements that hold for the day name different kinds.",
    ENDED: "Unknown: the last kind that is stated had ceased to hold.",
    LAST_STATED: "The newest statement is older than the day; nothing newer is known.",
    NEVER_STATED: "Unknown: no source ever said.",
    STATED: "A source says that it was so on that day.",
    STATED_IN_PERIOD: "A source said so in the year or month of the day, and does not tell the day.",
  },
);

export const CentreStatusEnum = enumType<CentreStatus>(
  "CentreStatus",
  "Whether a centre works (HSDS status).",
  {
    ACTIVE: "It works.",
    DEFUNCT: "It has ceased for good.",
    INACTIVE: "It does not work now.",
    PLANNED: "It is to be opened.",
    TEMPORARILY_CLOSED: "It is closed for a time, for example for works.",
  },
);
