import type { HubError } from "../domain/kit/errors";
import { answer } from "./answer";
import { extensionsOf } from "./format-error";

/** A rejection before GraphQL begins, in the shape of GraphQL, so that clients can read it. */
export const refusal = (
  status: number,
  error: HubError,
  headers: Readonly<Record<string, string>> = {},
): Response =>
  answer(JSON.stringify({ errors: [{ message: error.message, extensions: extensionsOf(error) }] }), status, {
    "cache-control": "no-store",
    "content-type": "application/json; charset=utf-8",
    ...headers,
  });
