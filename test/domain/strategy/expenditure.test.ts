import { createExpenditure, type Expenditure } from "../../../src/domain/strategy/expenditure";
import { testRecordConstructor } from "../../support/record-constructor";

const euro = (cents: number) => ({ cents, currency: "EUR" });

const good = (): Expenditure => ({
  code: "entry:2",
  strategyCode: "strategy",
  actionCode: "action",
  kind: "PAID",
  fund: "FESR",
  amount: euro(-100),
  date: "2025-06",
  correctsCode: "entry:1",
  documentRef: null,
  cup: null,
  sourceCodes: ["test"],
});

testRecordConstructor("Expenditure", createExpenditure, good, [
  ["a code that is none", { code: "" }, ["code"]],
  ["a strategy that is no code", { strategyCode: "a b" }, ["strategyCode"]],
  ["an action that is no code", { actionCode: "a b" }, ["actionCode"]],
  ["less than nothing without a correction", { correctsCode: null }, ["amount.cents"]],
  ["nothing", { amount: euro(0) }, ["amount.cents"]],
  ["part of a cent", { amount: euro(0.5) }, ["amount.cents"]],
  ["a currency that is none", { amount: { cents: 1, currency: "€" } }, ["amount.currency"]],
  ["a date that does not exist", { date: "2025-13" }, ["date"]],
  ["a correction of itself", { correctsCode: "entry:2" }, ["correctsCode"]],
  ["a correction of no code", { correctsCode: "a b" }, ["correctsCode"]],
  ["a CUP that is none", { cup: "123" }, ["cup"]],
  ["no source", { sourceCodes: [] }, ["sourceCodes"]],
  [
    "several faults",
    { amount: euro(Number.NaN), date: "soon", cup: "x", sourceCodes: [] },
    ["amount.cents", "date", "cup", "sourceCodes"],
  ],
]);
