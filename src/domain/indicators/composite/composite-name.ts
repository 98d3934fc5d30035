import type { IndicatorDefinition } from "../indicator";

const claimsFragility = /fragil/i;
const tellsIncomeOrHousing =
  /income|reddit|povert|depriv|housing|abitativ|alloggi|dwelling|affitt|\brent|overcrowd|affollament/i;

/**
 * A composite may be called fragility only where income or housing is among its parts: people of 80 who live alone in a
 * rich quarter are not poor, and an index without income puts such quarters first.
 */
export const mayBeCalled = (name: string, parts: readonly IndicatorDefinition[]): boolean =>
  !claimsFragility.test(name) ||
  parts.some(({ code, name: { it, en } }) => tellsIncomeOrHousing.test(`${code} ${it} ${en ?? ""}`));
