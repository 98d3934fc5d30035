import type { Money } from "../../domain/kit/money";
import { createStrategyStep, type StrategyStep } from "../../domain/strategy/strategy-step";
import { finding } from "../kit/problem";
import { citationsOf } from "./citations-of";
import type { Mapping } from "./mapping.schema";
import { dateOf } from "./read-date";
import { readNumber } from "./read-number";
import { type RowReader, requiredText, textOf, unreadable } from "./read-value";
import type { RowKey } from "./row-key";
import type { StrategyStepMapping } from "./strategy-step.schema";
import { wordedTextOf } from "./worded-text";

/** The step of a row; `null`, with a problem, without a strategy, a kind or a name. */
export function strategyStepOf(
  mapping: StrategyStepMapping,
  { source }: Mapping,
  key: RowKey,
  reader: RowReader,
): StrategyStep | null {
  const incomplete = finding("NOT_A_CODE", "stepIncomplete");
  const strategyCode = requiredText(mapping.strategy, reader, incomplete);
  const kind = requiredText(mapping.kind, reader, incomplete);
  if (strategyCode === null || kind === null) return null;
  const known = reader.problems.length;
  const name = wordedTextOf(mapping.name, reader);
  if (name === null) {
    if (reader.problems.length === known) unreadable(reader, incomplete, null, "");
    return null;
  }
  return createStrategyStep({
    code: `${source.code}:${key.text}`,
    strategyCode,
    kind: kind as StrategyStep["kind"],
    name,
    date: dateOf(mapping.date, reader),
    scope: wordedTextOf(mapping.scope, reader),
    amount: moneyOf(mapping.amount, reader),
    certainty: textOf(mapping.certainty, reader) as StrategyStep["certainty"],
    note: wordedTextOf(mapping.note, reader),
    citations: citationsOf(mapping.citations, reader),
    sourceCodes: [source.code],
  });
}

function moneyOf(spec: StrategyStepMapping["amount"], reader: RowReader): Money | null {
  if (spec === undefined) return null;
  const cell = readNumber(spec.value, reader);
  return cell.kind === "value" ? { cents: Math.round(cell.value * 100), currency: spec.currency } : null;
}
