import type { BudgetVersion } from "../../domain/budget";
import { HubError } from "../../domain/errors";
import type { Strategy } from "../../domain/strategy";

/**
 * The version of a budget with a label.
 * @throws HubError UNKNOWN_CODE, naming the labels that there are.
 */
export function versionOf({ code, budgetVersions }: Strategy, where: string, label: string): BudgetVersion {
  const version = budgetVersions.find((each) => each.label === label);
  if (version) return version;
  const given = label.slice(0, 80);
  const known = budgetVersions.map((each) => `"${each.label}"`).join(", ");
  throw new HubError("UNKNOWN_CODE", {
    message: `${where} is "${given}", which is no version of the budget of ${code}.`,
    messageIt: `${where} è "${given}", che non è una versione del bilancio di ${code}.`,
    hint: known === "" ? "It has no budget version." : `Its versions are ${known}.`,
    where,
  });
}
