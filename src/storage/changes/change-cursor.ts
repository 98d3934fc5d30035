import { HubError } from "../../domain/kit/errors";
import type { Root } from "../snapshots/root";

/** Everything up to this place was given. */
export interface ChangePosition {
  /** Number and id of a publication. */
  readonly number: number;
  readonly id: string;
  /** How many of its changes were given. */
  readonly passed: number;
}

/** By shard, so that a log in several partitions needs no other form. */
export const encodePosition = ({ number, id, passed }: ChangePosition): string =>
  Buffer.from(JSON.stringify({ 0: [number, id, passed] })).toString("base64url");

/** @throws HubError INVALID_CURSOR if it is no cursor of changes. */
export function decodePosition(cursor: string): ChangePosition {
  try {
    const { 0: place, ...others } = JSON.parse(Buffer.from(cursor, "base64url").toString()) as object & {
      readonly 0: readonly unknown[];
    };
    const [number, id, passed] = place;
    const isComplete = isCount(number) && isCount(passed) && typeof id === "string";
    if (isComplete && place.length === 3 && Object.keys(others).length === 0) return { number, id, passed };
  } catch {
    // As below.
  }
  throw new HubError("INVALID_CURSOR", "notOfHub", { cursor }, { where: "after" });
}

/** With at most the digits of a key. */
const isCount = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) < 1_000_000_000;

/**
 * The cursor after everything in a version: the changes after it turn a copy of this version into a later one. `null` if nothing
 * was published.
 */
export const cursorAt = ({ log }: Pick<Root, "log">): string | null =>
  log && encodePosition({ number: log.last, id: log.id, passed: log.entries });
