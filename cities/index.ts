import type { Source } from "../src/ingest/kit/source";
import { census2011 } from "./milano/census-2011.source";
import { mefIncomeClasses } from "./milano/mef-income-classes.source";
import { wemi } from "./milano/wemi.source";

/** By the folder of the city in `data/sources`: sources that no mapping file can express. */
export const citySources: Readonly<Record<string, readonly Source[]>> = {
  milano: [mefIncomeClasses, census2011, wemi] as unknown as readonly Source[],
};
