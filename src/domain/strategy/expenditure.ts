import * as z from "zod";
import { choice, code, group, optional, partialDate, sources } from "../kit/field";
import { currency } from "../kit/money";
import { defineRecord, ownCode, type RecordOf } from "../kit/record";
import { funds } from "./budget";
import { cup } from "./cup";

/** The stages of money in Italian monitoring: impegno, contratto, pagamento, certificazione. They are never added up. */
export const expenditureKinds = ["CERTIFIED", "COMMITTED", "CONTRACTED", "PAID"] as const;
export type ExpenditureKind = (typeof expenditureKinds)[number];

export const expenditureRecord = defineRecord(
  "Expenditure",
  {
    code: ownCode(),
    strategyCode: code("strategies"),
    actionCode: code("actions"),
    kind: choice(expenditureKinds),
    fund: choice(funds),
    /** Below 0 only in a correction. */
    amount: group({ cents: z.number(), currency: currency() }),
    date: partialDate(),
    /** Code of the earlier entry that this one corrects. */
    correctsCode: optional(code("expenditures")),
    /** The act or document, as its own register names it. */
    documentRef: optional(z.string()),
    cup: optional(cup()),
    sourceCodes: sources(),
  },
  ({ code, amount: { cents }, correctsCode }, check) => {
    const isAmount = Number.isSafeInteger(cents) && (cents > 0 || (cents < 0 && correctsCode !== null));
    check(isAmount, "amount.cents", (text) => text.expenditureAmount);
    check(correctsCode !== code, "correctsCode", (text) => text.correction);
  },
);

/** One entry of the ledger of a strategy. Entries are only appended: a wrong one is met by another that corrects it. */
export interface Expenditure extends RecordOf<typeof expenditureRecord> {}

export const createExpenditure = expenditureRecord.create;
