import { type TokenReader, takeRole } from "./token-reader";

/** "festivi", "i festivi", "nei giorni festivi", "tutti i festivi". */
export function readHolidays(r: TokenReader): true | null {
  while (takeRole(r, "ALL", "ARTICLE", "DAYS"));
  return takeRole(r, "HOLIDAYS") || null;
}
