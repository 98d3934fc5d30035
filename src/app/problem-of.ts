import type { HubErrorCode } from "../domain/kit/errors";
import { answer } from "./answer";
import { formatError } from "./format-error";

/** Statuses of errors; 400 for all others. */
const statuses: Partial<Readonly<Record<HubErrorCode, number>>> = {
  DEADLINE_EXCEEDED: 503,
  INTERNAL_SERVER_ERROR: 500,
  SERVICE_UNAVAILABLE: 503,
};

/** Seconds after which a client may ask again. */
const retryAfter = "10";

/**
 * An error as application/problem+json (RFC 9457), with the code, the hint and the Italian text that GraphQL gives. What is not meant for
 * clients is masked, as it is there.
 */
export function problemOf(error: unknown): Response {
  const { message, extensions = {} } = formatError({ message: "" }, error);
  const code = extensions.code as HubErrorCode;
  const status = statuses[code] ?? 400;
  const body = { type: "about:blank", title: titles[status], status, detail: message, ...extensions };
  return answer(JSON.stringify(body), status, {
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    ...(status === 503 && { "retry-after": retryAfter }),
  });
}

const titles: Readonly<Record<number, string>> = {
  400: "Bad Request",
  500: "Internal Server Error",
  503: "Service Unavailable",
};
