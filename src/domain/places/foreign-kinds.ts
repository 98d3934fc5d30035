import { distinctSorted } from "../kit/distinct";
import { type Centre, createCentre } from "./centre";
import { type CentreKindPeriod, inOrderOfDates } from "./kind-period";

/** Whether a source describes the centre itself, and so owns more than a statement about its kind. */
const isOwnSource = ({ code }: Centre, sourceCode: string): boolean => code.startsWith(`${sourceCode}:`);

/** A centre with what a source that does not own it says about its kinds, in place of what it said before. */
export const withKindsOf = (
  centre: Centre,
  sourceCode: string,
  stated: readonly CentreKindPeriod[],
): Centre =>
  createCentre({
    ...centre,
    kindHistory: inOrderOfDates(centre.code, [
      ...centre.kindHistory.filter((period) => period.sourceCode !== sourceCode),
      ...stated,
    ]),
    sourceCodes: distinctSorted([...centre.sourceCodes, sourceCode]),
  });

/** A centre without the statements of a source that no longer makes them; `null` if it makes none, or owns it. */
export function withoutKindsOf(centre: Centre, sourceCode: string): Centre | null {
  const kindHistory = centre.kindHistory.filter((period) => period.sourceCode !== sourceCode);
  if (isOwnSource(centre, sourceCode) || kindHistory.length === centre.kindHistory.length) return null;
  const sourceCodes = centre.sourceCodes.filter((code) => code !== sourceCode);
  return sourceCodes.length === 0 ? null : createCentre({ ...centre, kindHistory, sourceCodes });
}
