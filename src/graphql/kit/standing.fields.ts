import type { Certainty, StatusOrUnknown } from "../../domain/kit/status";
import { optional } from "./argument";
import { CitationType } from "./citation.type";
import { enumType } from "./enum-type";
import { nonNull, nullable } from "./output";
import { PartialDateScalar } from "./scalars";

export const OperationalStatusEnum = enumType<StatusOrUnknown>(
  "OperationalStatus",
  "Operational status of a centre or service (HSDS status).",
  {
    ACTIVE: "In operation.",
    DEFUNCT: "Permanently out of operation.",
    INACTIVE: "Not in operation at present.",
    PLANNED: "Announced and not yet in operation (extension: HSDS has no such word).",
    TEMPORARILY_CLOSED: "Temporarily closed, for example for works.",
    UNKNOWN: "No source states a current status. Unknown does not mean active.",
  },
);

export const CertaintyEnum = enumType<Certainty>("Certainty", "How sure the facts of a record are.", {
  HIGH: "An official and dated source states them, or several sources agree.",
  LOW: "One weak, old or indirect source states them.",
  MEDIUM: "One source states them, which is undated, not official, or some years old.",
});

/** The one filter by status of every list. */
export const statuses = optional(
  () => [OperationalStatusEnum],
  "Operational statuses. ACTIVE and UNKNOWN when absent or empty: what is closed or planned must be requested.",
);

/** How well a centre or a service is known, beside its status. */
export const standingFields = {
  statusDate: nullable(
    () => PartialDateScalar,
    "Date since when it has this status; null if no source states it.",
  ),
  lastVerified: nullable(
    () => PartialDateScalar,
    "Date on which a source last confirmed the facts (HSDS assured_date); null if no source states it.",
  ),
  certainty: nullable(() => CertaintyEnum, "Certainty of the facts; null if nobody assessed it."),
  citations: nonNull(() => [CitationType], "Pages that state the facts, beside the sources of whole files."),
};

/** The same in a change. */
export const standingInputs = {
  status: optional(() => OperationalStatusEnum, "Operational status; UNKNOWN withdraws it."),
  statusDate: optional(() => PartialDateScalar, "Date since when it has this status."),
  lastVerified: optional(() => PartialDateScalar, "Date on which somebody last confirmed the facts."),
  certainty: optional(() => CertaintyEnum, "Certainty of the facts."),
};
