import type { InterventionField } from "../../domain/strategy/intervention-field";
import { LocalizedTextType } from "../kit/localized-text.type";
import { MoneyType } from "../kit/money.type";
import { sourced } from "../kit/node.type";
import { nonNull, nullable } from "../kit/output";
import { FundEnum } from "./budget.type";

const InterventionFieldType = sourced<InterventionField, "sourceCodes">(
  "InterventionField",
  "Category of intervention under which an EU fund pays (field of intervention, annex I of Regulation (EU) 2021/1060).",
  {
    fund: nonNull(() => FundEnum, "The fund: FESR or FSE_PLUS."),
    code: nonNull(() => String, "Code of the field in table 1 of annex I."),
    name: nullable(() => LocalizedTextType, "Name of the field; null if no source states it."),
    amount: nullable(() => MoneyType, "Amount of the field; null if no source states it."),
  },
);

/** Of a strategy and of an action. */
export const interventionFields = nonNull(
  () => [InterventionFieldType],
  "Categories of intervention of FESR and FSE+ (fields of intervention); empty if no source names any.",
);
