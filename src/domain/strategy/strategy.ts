import * as z from "zod";
import { isInOrder } from "../kit/dates";
import { choice, code, distinct, group, list, optional, partialDate, sources } from "../kit/field";
import { localizedText } from "../kit/localized-text";
import { defineRecord, ownCode, type RecordOf } from "../kit/record";
import { budgetVersion } from "./budget";
import { interventionFields } from "./intervention-field";

const governanceFunctions = [
  "COORDINATION",
  "INVOLVED_UNIT",
  "MANAGING_AUTHORITY",
  "OPERATIONAL_GROUP",
  "OWNER",
  "SCIENTIFIC_SUPPORT",
] as const;
export type GovernanceFunction = (typeof governanceFunctions)[number];

const governanceRole = group({
  function: choice(governanceFunctions),
  organizationCode: code("organizations"),
  description: optional(localizedText()),
  sourceCodes: list(code("SET_BY_HUB")),
});

/** org:Membership. */
export type GovernanceRole = z.output<typeof governanceRole>;

const targetArea = group({ name: z.string(), areaCode: code("areas"), note: optional(localizedText()) });

/** An area in the words of the strategy, with the statistical area. */
export type TargetArea = z.output<typeof targetArea>;

export const strategyRecord = defineRecord(
  "Strategy",
  {
    code: ownCode(),
    name: localizedText(),
    description: localizedText(),
    keywords: list(localizedText()),
    programme: z.string(),
    /** Codes of the EU specific objectives, for example `RSO5.1`. */
    specificObjectives: list(z.string()),
    periodFrom: partialDate(),
    periodTo: partialDate(),
    targetAreas: list(targetArea),
    targetPopulation: optional(localizedText()),
    engagement: optional(localizedText()),
    governance: list(governanceRole),
    /** Oldest first; the last is the current one. */
    budgetVersions: distinct(budgetVersion, ({ label }) => label),
    interventionFields: interventionFields(),
    sourceCodes: sources(),
  },
  ({ periodFrom, periodTo }, check) =>
    check(isInOrder(periodFrom, periodTo), "periodTo", (text) => text.periodOrder),
);

/** A sustainable urban development strategy. */
export interface Strategy extends RecordOf<typeof strategyRecord> {}

export const createStrategy = strategyRecord.create;
