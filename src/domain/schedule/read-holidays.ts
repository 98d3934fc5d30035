import { attempt, type TokenReader, takeKind, takeRole } from "./token-reader";

/** "festivi", "i festivi", "nei giorni festivi", "tutti i festivi". */
export function readHolidays(r: TokenReader): true | null {
  while (takeRole(r, "ALL", "ARTICLE", "DAYS"));
  return takeRole(r, "HOLIDAYS") || null;
}

/** "e festivi", "e nei giorni festivi". */
export const takeAndHolidays = (r: TokenReader, loose: boolean): boolean =>
  attempt(r, (copy) => {
    const isLinked =
      takeRole(copy, "AND") ||
      takeKind(copy, "JOINER") ||
      (loose && takeKind(copy, "SEPARATOR")?.text === ",");
    return isLinked ? readHolidays(copy) : null;
  }) ?? false;
