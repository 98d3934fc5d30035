import * as z from "zod";
import { areaLevels } from "../../domain/places/area";
import { mappingLimits } from "./mapping-limits";
import { code } from "./source.schema";

const dimension = z.string().min(1);

/** The meaning of the rows of a file in SDMX-CSV. */
export const sdmxSchema = z
  .strictObject({
    areas: z
      .strictObject({
        dimension: dimension.describe("The dimension of areas, as in REF_AREA."),
        codes: z
          .record(
            z.string(),
            z.strictObject({
              code: code.describe("Code of the area in the hub."),
              level: z.enum(areaLevels).describe("Its level."),
            }),
          )
          .describe("The area of each code of the dimension; rows of other codes are not imported."),
      })
      .describe("The imported areas."),
    series: z
      .array(
        z.strictObject({
          indicator: code.describe("Code of an indicator that is defined under indicators."),
          where: z
            .record(dimension, z.string())
            .describe('The codes of other dimensions that the rows of the indicator have, as in SEX: "9".'),
        }),
      )
      .min(1)
      .max(mappingLimits.definitions)
      .describe("The rows of each indicator; if several match, the first counts."),
  })
  .describe("Replaces records for a file in SDMX-CSV: SDMX defines TIME_PERIOD, OBS_VALUE and the flags.");
