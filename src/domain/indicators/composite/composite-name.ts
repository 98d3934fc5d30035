import type { IndicatorDefinition } from "../indicator";

const claimsFragility = /fragil/i;
const incomeOrHousing =
  /income|reddit|povert|depriv|housing|abitativ|alloggi|dwelling|affitt|\brent|overcrowd|affollament/i;

/**
 * A composite may be called fragility only if it has a part about income or housing. An index without income ranks rich
 * quarters first where people of 80 live alone, although they are not poor.
 */
export const mayBeCalled = (name: string, parts: readonly IndicatorDefinition[]): boolean =>
  !claimsFragility.test(name) ||
  parts.some(({ code, name: { it, en } }) => incomeOrHousing.test(`${code} ${it} ${en ?? ""}`));
