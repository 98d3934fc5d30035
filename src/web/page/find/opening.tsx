/** @jsxImportSource preact */
import { useTexts } from "../address/location";
import type { OpeningFragment } from "../api/operations/find";
import { Words } from "../kit/words";
import type { Context } from "./context";
import { findTexts } from "./texts";

/** The state at the moment, with its reason: unknown is not closed. */
export function Opening({
  opening,
  context: { label },
}: {
  readonly opening: OpeningFragment | null;
  readonly context: Context;
}) {
  const texts = useTexts(findTexts);
  const state = opening?.state ?? "UNKNOWN";
  const { opensAt = null, closesAt = null } = opening?.rule ?? {};
  return (
    <p class={stateClass[state]}>
      <strong>{label("OpeningState", state)}</strong>
      {state === "OPEN" && opensAt !== null && closesAt !== null && `, ${texts.hours(opensAt, closesAt)}`}
      {opening && <span class="opening-reason"> · {label("OpeningReason", opening.reason)}</span>}
      {opening?.note && (
        <>
          {" · "}
          <Words text={opening.note.text} />
        </>
      )}
    </p>
  );
}

const stateClass = {
  OPEN: "opening is-open",
  UNKNOWN: "opening is-unknown",
  CLOSED: "opening is-closed",
} as const;
