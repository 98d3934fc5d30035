import { HubError, type HubErrorCode } from "../domain/kit/errors";
import { storeErrorOf } from "../storage/engine/store-error";
import { answer } from "./answer";
import { extensionsOf } from "./format-error";

/** By the code of the error, for addresses that read: its status and title. */
const statuses = {
  ANSWER_TOO_LARGE: [413, "Content Too Large"],
  BAD_REQUEST: [400, "Bad Request"],
  BAD_USER_INPUT: [400, "Bad Request"],
  INVALID_CURSOR: [410, "Gone"],
  DEADLINE_EXCEEDED: [503, "Service Unavailable"],
  LIMIT_EXCEEDED: [413, "Content Too Large"],
  RATE_LIMITED: [429, "Too Many Requests"],
  SERVICE_UNAVAILABLE: [503, "Service Unavailable"],
  UNAUTHENTICATED: [401, "Unauthorized"],
  UNKNOWN_CODE: [400, "Bad Request"],
} as const satisfies Partial<Record<HubErrorCode, readonly [status: number, title: string]>>;

/** Of addresses that write: reading is open to everybody, and waits for no import. */
const statusesOfWrites = {
  FORBIDDEN: [403, "Forbidden"],
  IMPORT_RUNNING: [503, "Service Unavailable"],
} as const satisfies Partial<Record<HubErrorCode, readonly [status: number, title: string]>>;

export const problemCodes = Object.keys(statuses) as (keyof typeof statuses)[];

/** An error for clients as application/problem+json (RFC 9457): what, where and how to go on. @param as another status than that of its code. @throws any other error. */
export function problemOf(
  thrown: unknown,
  headers: Readonly<Record<string, string>> = {},
  as?: readonly [status: number, title: string],
): Response {
  const isOutage = storeErrorOf(thrown)?.code === "SERVICE_UNAVAILABLE";
  const error = isOutage ? new HubError("SERVICE_UNAVAILABLE", "unavailable") : thrown;
  const found =
    error instanceof HubError
      ? ({ ...statuses, ...statusesOfWrites } as Partial<Record<HubErrorCode, readonly [number, string]>>)[
          error.code
        ]
      : undefined;
  if (!(error instanceof HubError) || found === undefined) throw thrown;
  const isMissing = error.code === "UNKNOWN_CODE" && error.where === "id";
  const [status, title] = as ?? (isMissing ? [404, "Not Found"] : found);
  const { messageIt, ...rest } = extensionsOf(error);
  const content = { type: "about:blank", title, status, detail: error.message, detailIt: messageIt, ...rest };
  return answer(JSON.stringify(content), status, {
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    ...(status === 503 && { "retry-after": "10" }),
    ...headers,
  });
}
