import type { AccessibilityFeature, Availability, EquipmentFeature } from "../../domain/places/centre";
import type { KindReason } from "../../domain/places/kind-on";
import { enumType } from "../kit/enum-type";

export const AvailabilityEnum = enumType<Availability>("Availability", "Availability of a feature.", {
  YES: "Available.",
  NO: "Not available.",
  LIMITED: "Partly or not always available.",
  UNKNOWN: "No source states it. Unknown does not mean no.",
});

export const EquipmentFeatureEnum = enumType<EquipmentFeature>(
  "EquipmentFeature",
  "Equipment feature of a centre.",
  {
    AIR_CONDITIONING: "Air conditioning.",
    BAR: "Bar or staffed refreshment point.",
    GARDEN: "Garden.",
    VENDING_MACHINE: "Vending machines for drinks or food.",
    WIFI: "Wireless internet for visitors.",
  },
);

export const AccessibilityFeatureEnum = enumType<AccessibilityFeature>(
  "AccessibilityFeature",
  "A feature that makes a place accessible for people with disabilities.",
  { STEP_FREE_ACCESS: "Entrance without steps or other architectural barriers." },
);

export const KindReasonEnum = enumType<KindReason>(
  "KindReason",
  "Reason for a known or unknown kind of a centre on a date.",
  {
    BEFORE_FIRST_STATEMENT: "Unknown: the date is before the first statement.",
    BETWEEN_STATEMENTS: "Unknown: statements exist for earlier and later dates, but not for this date.",
    CONTRADICTED:
      "Unknown: statements for the date name different kinds, or their sources contradict each other.",
    ENDED: "Unknown: the last stated kind had ended before the date.",
    LAST_STATED: "Known from the newest statement, which is older than the date.",
    NEVER_STATED: "Unknown: no source states any kind.",
    STATED: "Known: a statement includes the date.",
    UNDATED: "Unknown: no statement has a date.",
    STATED_IN_PERIOD: "Known from a statement for the year or month of the date, without an exact day.",
  },
);
