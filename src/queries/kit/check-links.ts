import { HubError } from "../../domain/kit/errors";
import { limits } from "../../domain/kit/limits";

/**
 * Checks the length of a list without pages, before its records are read.
 * @param name of the record that leads to them, for the message.
 * @throws HubError LIMIT_EXCEEDED.
 */
export function checkLinks(name: string, codes: readonly string[], where: string): void {
  const most = limits.linkedRecords;
  if (codes.length > most) throw new HubError("LIMIT_EXCEEDED", "linkedRecords", { name, most }, { where });
}
