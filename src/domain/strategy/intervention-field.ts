import type * as z from "zod";
import { choice, code, distinct, group, list, optional, text } from "../kit/field";
import { localizedText } from "../kit/localized-text";
import { money } from "../kit/money";

const interventionField = group({
  fund: choice(["FESR", "FSE_PLUS"]),
  /** Code of table 1 in annex I of Regulation (EU) 2021/1060, three digits. */
  code: text(),
  name: optional(localizedText()),
  /** `null` when the source names the field without an amount. */
  amount: optional(money()),
  sourceCodes: list(code("SET_BY_HUB")),
});

/** A category of intervention of the EU funds, under which a managing authority reports what a fund pays. */
export type InterventionField = z.output<typeof interventionField>;

/** Empty when no source names any, which does not mean that there is none. */
export const interventionFields = () => distinct(interventionField, ({ fund, code }) => `${fund} ${code}`);
