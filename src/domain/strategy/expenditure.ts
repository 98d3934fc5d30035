import { checkCode, checking, checkSources } from "../kit/check";
import { checkPartialDate, type PartialDate } from "../kit/dates";
import type { Money } from "../kit/money";
import type { Fund } from "./budget";
import { checkCup } from "./cup";

/** The stages of money in Italian monitoring: impegno, contratto, pagamento, certificazione. They are never added up. */
export const expenditureKinds = ["CERTIFIED", "COMMITTED", "CONTRACTED", "PAID"] as const;
export type ExpenditureKind = (typeof expenditureKinds)[number];

/** One entry of the ledger of a strategy. Entries are only appended: a wrong one is met by another that corrects it. */
export interface Expenditure {
  readonly code: string;
  readonly strategyCode: string;
  readonly actionCode: string;
  readonly kind: ExpenditureKind;
  readonly fund: Fund;
  /** Below 0 only in a correction. */
  readonly amount: Money;
  readonly date: PartialDate;
  /** Code of the earlier entry that this one corrects. */
  readonly correctsCode: string | null;
  /** The act or document, as its own register names it. */
  readonly documentRef: string | null;
  readonly cup: string | null;
  readonly sourceCodes: readonly string[];
}

export function createExpenditure(fields: Expenditure): Expenditure {
  const record = checking("Expenditure", fields.code, fields);
  const { cents, currency } = fields.amount;
  checkCode(record, "code", fields.code);
  checkCode(record, "strategyCode", fields.strategyCode);
  checkCode(record, "actionCode", fields.actionCode);
  record.check(
    Number.isSafeInteger(cents) && (cents > 0 || (cents < 0 && fields.correctsCode !== null)),
    "amount",
    cents,
    "whole cents, more than 0; less than 0 only in a correction",
  );
  record.check(/^[A-Z]{3}$/.test(currency), "amount", currency, "an ISO 4217 currency");
  checkPartialDate(record, "date", fields.date);
  if (fields.correctsCode !== null) checkCode(record, "correctsCode", fields.correctsCode);
  record.check(
    fields.correctsCode !== fields.code,
    "correctsCode",
    fields.correctsCode,
    "nothing corrects itself",
  );
  if (fields.cup !== null) checkCup(record, "cup", fields.cup);
  checkSources(record, fields.sourceCodes);
  return record.passed();
}
