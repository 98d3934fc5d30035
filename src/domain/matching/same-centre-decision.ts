import { choice, code, optional, partialDate, sources, text } from "../kit/field";
import { defineRecord, ownCode, type RecordOf } from "../kit/record";

/** DIFFERENT keeps two records apart that matching would propose again. */
const decisions = ["DIFFERENT", "SAME"] as const;

export const sameCentreDecisionRecord = defineRecord("SameCentreDecision", {
  /** Chosen by the steward, for example `piceno-melloni`. */
  code: ownCode(),
  decision: choice(decisions),
  /** Code of the centre that stands for both; of the first of two different ones. */
  preferredCode: code("centres"),
  /** Code of the other record. */
  otherCode: code("centres"),
  decidedOn: optional(partialDate()),
  /** Why, in the words of the steward. */
  reason: optional(text()),
  /** What the decision rests on. */
  sourceCodes: sources(),
});

/** What a steward decided about two records of centres, in a file: the hub applies it to records that it has or gets. */
export interface SameCentreDecision extends RecordOf<typeof sameCentreDecisionRecord> {}

type Decided = Pick<SameCentreDecision, "decision" | "otherCode" | "preferredCode">;

/** The record that stands for each other one; a chain of decisions ends at one record, and a circle decides nothing. */
export function standingFor(all: readonly Decided[]): ReadonlyMap<string, string> {
  const next = new Map(
    all.flatMap(({ decision, otherCode, preferredCode }) =>
      decision === "SAME" ? [[otherCode, preferredCode] as const] : [],
    ),
  );
  return new Map(
    [...next].flatMap(([other, preferred]) => {
      const seen = new Set([other]);
      let last = preferred;
      while (next.has(last) && !seen.has(last)) {
        seen.add(last);
        last = next.get(last)!;
      }
      return seen.has(last) ? [] : [[other, last] as const];
    }),
  );
}

/** Whether a steward decided that two records are different things. */
export function areKeptApart(all: readonly Decided[]): (a: string, b: string) => boolean {
  const keyOf = (a: string, b: string): string => [a, b].sort().join(" ");
  const apart = new Set(
    all.flatMap(({ decision, otherCode, preferredCode }) =>
      decision === "DIFFERENT" ? [keyOf(preferredCode, otherCode)] : [],
    ),
  );
  return (a, b) => apart.has(keyOf(a, b));
}
