import type { Source } from "./source";
import { ds205 } from "./sources/ds205.source";
import { ds379 } from "./sources/ds379.source";
import { ds964 } from "./sources/ds964.source";
import { ds1303 } from "./sources/ds1303.source";
import { ds2811 } from "./sources/ds2811.source";
import { ds3017 } from "./sources/ds3017.source";
import { istatDemography } from "./sources/istat-demography.source";
import { mefIncome } from "./sources/mef-income.source";
import { mefIncomeClasses } from "./sources/mef-income-classes.source";
import { nilMunicipioOverlap } from "./sources/nil-municipio-overlap.source";
import { wemi } from "./sources/wemi.source";

/** Every known source, in the order of import: boundaries first, because they say where centres lie. */
export const sources: readonly Source[] = [
  ds379,
  ds964,
  nilMunicipioOverlap,
  ds205,
  ds2811,
  ds3017,
  ds1303,
  istatDemography,
  mefIncome,
  mefIncomeClasses,
  wemi,
] as readonly Source[];

/** For the reader of a message: every code that `--only` takes. */
export const sourceCodes: readonly string[] = sources.map(({ ref }) => ref.code);
