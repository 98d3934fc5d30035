import type { Source } from "../kit/source";
import { inOrderOfNeeds } from "../kit/source-order";
import { sourceOf } from "../mapping/source-of";
import { census2011 } from "./census-2011.source";
import { mefIncomeClasses } from "./mef-income-classes.source";
import { nilMunicipioOverlap } from "./nil-municipio-overlap.source";
import { ownMappings } from "./own-mappings";
import { wemi } from "./wemi.source";

/** Sources that a mapping file cannot express. */
const ofCode = [nilMunicipioOverlap, mefIncomeClasses, census2011, wemi] as unknown as readonly Source[];

/** Every known source, in the order of import: boundaries first, because centres need them. */
export const sources: readonly Source[] = inOrderOfNeeds([
  ...ownMappings(ofCode.map(({ ref }) => ref.code)).map(sourceOf),
  ...ofCode,
]);

/** For messages: every code that `--only` accepts. */
export const sourceCodes: readonly string[] = sources.map(({ ref }) => ref.code);
