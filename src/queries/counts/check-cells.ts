import { cellCountOf } from "../../domain/counts/totals";
import { HubError } from "../../domain/kit/errors";
import { limits } from "../../domain/kit/limits";

/** @throws HubError LIMIT_EXCEEDED where groups make more cells than are answered. */
export function checkCells(sides: readonly (readonly string[])[]): void {
  if (cellCountOf(sides) <= limits.totalCells) return;
  throw new HubError("LIMIT_EXCEEDED", {
    message: `The totals would have ${cellCountOf(sides)} cells; at most ${limits.totalCells} are made.`,
    messageIt: `I totali avrebbero ${cellCountOf(sides)} celle; se ne fanno al massimo ${limits.totalCells}.`,
    hint: "Group by fewer dimensions, or by larger areas.",
    where: "groupBy",
  });
}
