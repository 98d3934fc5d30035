import type { Source } from "./source";
import { census2011 } from "./sources/census-2011.source";
import { ds41 } from "./sources/ds41.source";
import { ds205 } from "./sources/ds205.source";
import { ds205Profile } from "./sources/ds205-profile.source";
import { ds379 } from "./sources/ds379.source";
import { ds501 } from "./sources/ds501.source";
import { ds964 } from "./sources/ds964.source";
import { ds1303 } from "./sources/ds1303.source";
import { ds2811 } from "./sources/ds2811.source";
import { ds3017 } from "./sources/ds3017.source";
import { hsdsSamples } from "./sources/hsds-samples.source";
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
  ds41,
  ds501,
  ds205Profile,
  census2011,
  hsdsSamples,
  wemi,
] as readonly Source[];

/** For the reader of a message: every code that `--only` takes. */
export const sourceCodes: readonly string[] = sources.map(({ ref }) => ref.code);
