import type { Source } from "../kit/source";
import { census2011 } from "./census-2011.source";
import { ds41 } from "./ds41.source";
import { ds205 } from "./ds205.source";
import { ds205Profile } from "./ds205-profile.source";
import { ds379 } from "./ds379.source";
import { ds501 } from "./ds501.source";
import { ds964 } from "./ds964.source";
import { ds1303 } from "./ds1303.source";
import { ds2811 } from "./ds2811.source";
import { ds3017 } from "./ds3017.source";
import { hsdsSamples } from "./hsds-samples.source";
import { istatDemography } from "./istat-demography.source";
import { mefIncome } from "./mef-income.source";
import { mefIncomeClasses } from "./mef-income-classes.source";
import { nilMunicipioOverlap } from "./nil-municipio-overlap.source";
import { wemi } from "./wemi.source";

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
