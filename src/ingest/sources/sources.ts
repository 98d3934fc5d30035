import type { Source } from "../kit/source";
import { inOrderOfNeeds } from "../kit/source-order";
import { sourceOf } from "../mapping/source-of";
import { census2011 } from "./census-2011.source";
import { mefIncomeClasses } from "./mef-income-classes.source";
import { nilMunicipioOverlap } from "./nil-municipio-overlap.source";
import { ownMappings } from "./own-mappings";
import { wemi } from "./wemi.source";

/** What a mapping file cannot say. */
const ofCode = [nilMunicipioOverlap, mefIncomeClasses, census2011, wemi] as unknown as readonly Source[];

/** Every known source, in the order of import: boundaries first, because they say where centres lie. */
export const sources: readonly Source[] = inOrderOfNeeds([
  ...ownMappings(ofCode.map(({ ref }) => ref.code)).map(sourceOf),
  ...ofCode,
]);

/** For the reader of a message: every code that `--only` takes. */
export const sourceCodes: readonly string[] = sources.map(({ ref }) => ref.code);
