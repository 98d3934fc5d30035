import { operator } from "../../src/domain/identity/caller";
import type { EditOptions } from "../../src/editing";

/** An author who may change everything, without a request key. */
export const testEditor = (now: string): EditOptions => ({
  by: operator,
  reason: "Test",
  requestKey: null,
  now,
});
