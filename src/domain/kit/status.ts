import { citations } from "./citation";
import { choice, optional, partialDate } from "./field";

/** Words of HSDS 3; PLANNED is an extension, because HSDS has no word for what is announced and not yet there. */
export const statuses = ["ACTIVE", "DEFUNCT", "INACTIVE", "PLANNED", "TEMPORARILY_CLOSED"] as const;
export type Status = (typeof statuses)[number];

/** `UNKNOWN` stands for a record without a status: no source states one. */
export const knownOrUnknown = [...statuses, "UNKNOWN"] as const;
export type StatusOrUnknown = (typeof knownOrUnknown)[number];

interface WithStatus {
  readonly status?: Status | null;
}

export const statusOf = ({ status }: WithStatus): StatusOrUnknown => status ?? "UNKNOWN";

/** What lists and maps show unless others are asked for: what is of unknown status is marked as such. */
export const offeredStatuses: readonly StatusOrUnknown[] = ["ACTIVE", "UNKNOWN"];

/** Whether a place or a service may be shown as offered: never if it is closed or planned. */
export const isOffered = (record: WithStatus): boolean => offeredStatuses.includes(statusOf(record));

/**
 * What totals, ratios and coverage count unless others are asked for: an old register is not the state of today. What is of unknown
 * status stands beside.
 */
export const countedStatuses: readonly StatusOrUnknown[] = ["ACTIVE"];

/** The statuses that a filter keeps. None means the usual ones. */
export const wantedStatuses = (
  asked: readonly StatusOrUnknown[] | null | undefined,
): readonly StatusOrUnknown[] =>
  asked == null || asked.length === 0
    ? offeredStatuses
    : knownOrUnknown.filter((status) => asked.includes(status));

/** As of a status that an editor states: UNKNOWN is none. */
export const statedStatus = (status: StatusOrUnknown | null): Status | null =>
  status === "UNKNOWN" ? null : status;

/** How sure the hub is of a record: by a recent official statement, an older or indirect one, or a weak one. */
export const certainties = ["HIGH", "LOW", "MEDIUM"] as const;
export type Certainty = (typeof certainties)[number];

/** `null` when nobody assessed it. */
export const certainty = () => optional(choice(certainties));

/** How a record stands, and how well it is known. */
export const standing = () => ({
  /** As the source states it; `null` is unknown. */
  status: optional(choice(statuses)),
  /** Since when it has this status; `null` when no source says. */
  statusDate: optional(partialDate()),
  /** When a source last confirmed the record (HSDS assured_date); `null` when no source says. */
  lastVerified: optional(partialDate()),
  certainty: certainty(),
  /** The pages that state the facts, beside the sources of whole files. */
  citations: citations(),
});
