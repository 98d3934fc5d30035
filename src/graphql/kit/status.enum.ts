import type { Certainty, StatusOrUnknown } from "../../domain/kit/status";
import { optional } from "./argument";
import { enumType } from "./enum-type";

const meanings: Readonly<Record<StatusOrUnknown, string>> = {
  ACTIVE: "In operation.",
  DEFUNCT: "Permanently out of operation.",
  INACTIVE: "Not in operation at present.",
  PLANNED: "Announced and not yet in operation (extension: HSDS has no such word).",
  TEMPORARILY_CLOSED: "Temporarily closed, for example for works.",
  UNKNOWN: "No source states a current status. Unknown does not mean active.",
};

export const CentreStatusEnum = enumType<StatusOrUnknown>(
  "CentreStatus",
  "Operational status of a centre (HSDS status).",
  meanings,
);

export const ServiceStatusEnum = enumType<StatusOrUnknown>(
  "ServiceStatus",
  "Operational status of a service (HSDS status).",
  meanings,
);

const OperationalStatusEnum = enumType<StatusOrUnknown>(
  "OperationalStatus",
  "Operational status of a centre or service, for filters (HSDS status).",
  meanings,
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
