import type { Centre } from "../../domain/centre";
import { HubError } from "../../domain/errors";
import type { Selection } from "../../storage/page";
import type { Context } from "../context";
import type { CentreFilterInput } from "./centre.input";
import { isOpenAt, openIntervals, opensOn } from "./opening";

/**
 * The conditions of a filter on opening times, which no key can tell; `undefined` where there are none.
 * @throws HubError BAD_USER_INPUT for a stretch of time that ends before it begins.
 */
export function openingSelection(
  filter: CentreFilterInput | null | undefined,
  context: Context,
): Selection<Centre> | undefined {
  const { openAt, openDuring, openOn } = filter ?? {};
  if (!openAt && !openDuring && !openOn) return undefined;
  if (openDuring && openDuring.to <= openDuring.from) throw backwards(openDuring.from, openDuring.to);
  return {
    name: JSON.stringify([openAt, openDuring, openOn]),
    async keeps(centre) {
      if (openOn && !opensOn(centre, openOn)) return false;
      if (openAt && (await isOpenAt(centre, openAt, context)).state !== "OPEN") return false;
      return !openDuring || isOpenDuring(centre, openDuring.from, openDuring.to, context);
    },
  };
}

/** Stretches that meet count as one: they differ only in what says that it is open. */
async function isOpenDuring(centre: Centre, from: Date, to: Date, context: Context): Promise<boolean> {
  let reached = from.toISOString();
  for (const { state, opens, closes } of await openIntervals(centre, from, to, context)) {
    if (state !== "OPEN" || opens !== reached) return false;
    reached = closes;
  }
  return reached === to.toISOString();
}

const backwards = (from: Date, to: Date): HubError =>
  new HubError("BAD_USER_INPUT", {
    message: `openDuring ends at ${to.toISOString()}, not after it begins at ${from.toISOString()}.`,
    messageIt: `openDuring finisce il ${to.toISOString()}, non dopo l'inizio, il ${from.toISOString()}.`,
    hint: "Give a to that is later than from.",
    where: "filter.openDuring",
  });
