import { sourceOf } from "./mapping/source-of";
import { ownMappings } from "./own-mappings";
import type { Source } from "./source";
import { inOrderOfNeeds } from "./source-order";
import { census2011 } from "./sources/census-2011.source";
import { mefIncomeClasses } from "./sources/mef-income-classes.source";
import { nilMunicipioOverlap } from "./sources/nil-municipio-overlap.source";
import { wemi } from "./sources/wemi.source";

/** What a mapping file cannot say. */
const ofCode = [nilMunicipioOverlap, mefIncomeClasses, census2011, wemi] as unknown as readonly Source[];

/** Every known source, in the order of import: boundaries first, because they say where centres lie. */
export const sources: readonly Source[] = inOrderOfNeeds([
  ...ownMappings(ofCode.map(({ ref }) => ref.code)).map(sourceOf),
  ...ofCode,
]);

/** For the reader of a message: every code that `--only` takes. */
export const sourceCodes: readonly string[] = sources.map(({ ref }) => ref.code);
