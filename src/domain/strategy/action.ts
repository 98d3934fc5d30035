import * as z from "zod";
import { citations } from "../kit/citation";
import { choice, code, codes, distinct, group, optional, partialDate, sources } from "../kit/field";
import { localizedText } from "../kit/localized-text";
import { checks } from "../kit/messages/en/checks";
import { defineRecord, ownCode, type RecordOf } from "../kit/record";
import { certainty } from "../kit/status";
import { cup } from "./cup";
import { interventionFields } from "./intervention-field";

const actionKinds = ["GOVERNANCE", "IMMATERIAL", "MATERIAL", "TECHNICAL_ASSISTANCE"] as const;
export type ActionKind = (typeof actionKinds)[number];

const actionStatuses = ["CANCELLED", "COMPLETED", "ONGOING", "PLANNED", "SUSPENDED"] as const;
export type ActionStatus = (typeof actionStatuses)[number];

const progress = group({
  /** Physical progress, 0 to 100. */
  percent: z.number(checks.percent).gte(0, checks.percent).lte(100, checks.percent),
  on: partialDate(),
  sourceCode: code("SET_BY_HUB"),
});

/** Progress of an action, with its source. */
export type ActionProgress = z.output<typeof progress>;

export const actionRecord = defineRecord(
  "Action",
  {
    code: ownCode(),
    strategyCode: code("strategies"),
    name: localizedText(),
    kind: choice(actionKinds),
    /** `null` when no source says. */
    status: optional(choice(actionStatuses)),
    /** Since when it has this status; `null` when no source says. */
    statusDate: optional(partialDate()),
    certainty: certainty(),
    description: optional(localizedText()),
    leadOrganizationCode: optional(code("organizations")),
    /** Organisations that a source names for this action, without its lead. */
    partnerCodes: codes("organizations"),
    centreCodes: codes("centres"),
    /** Areas that a source names for this action. Empty means that none is named, not that it reaches no area. */
    areaCodes: codes("areas"),
    /** Project codes in the Italian register of public investment. */
    cups: distinct(cup()),
    progress: optional(progress),
    interventionFields: interventionFields(),
    citations: citations(),
    sourceCodes: sources(),
  },
  ({ leadOrganizationCode: lead, partnerCodes }, check) =>
    check(lead === null || !partnerCodes.includes(lead), "partnerCodes", (text) => text.actionLeadIsPartner),
);

/** Works, services, training or governance under a strategy. */
export interface Action extends RecordOf<typeof actionRecord> {}

export const createAction = actionRecord.create;
