import {
  createEvaluationQuestion,
  type EvaluationQuestion,
} from "../../../src/domain/strategy/evaluation-question";
import { testRecordConstructor } from "../../support/record-constructor";

const good = (): EvaluationQuestion => ({
  code: "question",
  strategyCode: "strategy",
  question: { it: "A chi serve?", en: null },
  criterion: "RELEVANCE",
  indicatorCodes: ["RCO74"],
  dueDate: null,
  answer: null,
  sourceCodes: ["test"],
});

testRecordConstructor("EvaluationQuestion", createEvaluationQuestion, good, [
  ["a code that is none", { code: "" }, ["code"]],
  ["a strategy that is no code", { strategyCode: "" }, ["strategyCode"]],
  ["a question without Italian", { question: { it: "", en: "Why?" } }, ["question.it"]],
  ["an indicator that is no code", { indicatorCodes: ["ok", ""] }, ["indicatorCodes[1]"]],
  ["a date that does not exist", { dueDate: "2027-13" }, ["dueDate"]],
  ["an empty answer", { answer: { it: "", en: null } }, ["answer.it"]],
  ["no source", { sourceCodes: [] }, ["sourceCodes"]],
  ["several faults", { code: "", dueDate: "soon", sourceCodes: [] }, ["code", "dueDate", "sourceCodes"]],
]);
