import * as z from "zod";
import { isPartialDate, isPeriod } from "../../domain/kit/dates";
import { column, extract, missing, oneOrSome, scalar } from "./cell.schema";
import { columnOrConstant } from "./value.schema";

const dateFormat = z
  .string()
  .regex(
    /^(?=.*YY)(?:YYYY|YY|MMM|MM|DD|[-./ ])+$/,
    "is made of YYYY, YY, MMM, MM, DD and - . / or space between them, as in DD/MM/YYYY",
  );

const dateOptions = {
  column: column.optional(),
  extract: extract.describe(
    "Regular expression with one group that selects the date. A cell without a match is read whole.",
  ),
  missing,
};

/** A date at the precision of its source. */
export const dateValue = z
  .strictObject({
    ...dateOptions,
    constant: scalar.refine(isPartialDate, "is no date: write YYYY, YYYY-MM or YYYY-MM-DD").optional(),
    format: oneOrSome(dateFormat)
      .optional()
      .describe(
        "Format of the dates in the column, as in DD/MM/YYYY or MMM-YY (gen-24, Jan-24; YY is 2000 to 2049); without it YYYY, YYYY-MM or YYYY-MM-DD.",
      ),
  })
  .refine(...columnOrConstant)
  .describe("A date: a year, a month or a day.");

const periodFormat = z
  .string()
  .regex(
    /^(?=.*YY)(?:YYYY|YY|MMM|MM|DD|Sn|Qn|[-./ ])+$/,
    "is made of YYYY, YY, MMM, MM, DD, Sn, Qn and - . / or space between them, as in Qn YYYY",
  );

/** A period as the hub writes it. */
export const periodText = scalar.refine(
  isPeriod,
  "is no period: write YYYY, YYYY-S2, YYYY-Q3, YYYY-MM or YYYY-MM-DD",
);

/** The period of a value: a date, a half year or a quarter. */
export const periodValue = z
  .strictObject({
    ...dateOptions,
    constant: periodText.optional(),
    format: oneOrSome(periodFormat)
      .optional()
      .describe(
        "Format of the periods in the column, as in MMM-YY, Sn YYYY (S1 2024, H1 2024) or Qn YYYY (Q3 2024, T3 2024); without it YYYY, YYYY-S2, YYYY-Q3, YYYY-MM or YYYY-MM-DD.",
      ),
  })
  .refine(...columnOrConstant)
  .describe("A period: a year, a half year, a quarter, a month or a day.");
