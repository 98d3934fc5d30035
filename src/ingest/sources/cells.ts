import type { QualityRule, Severity } from "../../domain/quality-rule";
import { type RowProblem, shown } from "../problem";

/** What a cell says: a value, nothing, or something that cannot be read. */
export type Cell<T> =
  | { readonly kind: "value"; readonly value: T }
  | { readonly kind: "blank" }
  | { readonly kind: "unreadable"; readonly text: string };

/** A whole number from 0, without any mark between its digits. */
export function readCount(text: string): Cell<number> {
  const trimmed = text.trim();
  if (trimmed === "") return { kind: "blank" };
  const value = /^\d+$/.test(trimmed) ? Number(trimmed) : Number.NaN;
  return Number.isSafeInteger(value) ? { kind: "value", value } : { kind: "unreadable", text: trimmed };
}

/** A number with a decimal point. */
export function readDecimal(text: string): Cell<number> {
  const trimmed = text.trim();
  if (trimmed === "") return { kind: "blank" };
  const value = /^-?\d+(?:\.\d+)?$/.test(trimmed) ? Number(trimmed) : Number.NaN;
  return Number.isFinite(value) ? { kind: "value", value } : { kind: "unreadable", text: trimmed };
}

/** A number as a code: digits, from 1; `null` for anything else. */
export function readNumber(text: string): number | null {
  const cell = readCount(text);
  return cell.kind === "value" && cell.value > 0 ? cell.value : null;
}

/** The text without blanks around it; `null` when nothing is left. */
export const textOrNull = (text: string | undefined): string | null => text?.trim() || null;

export const problem = (
  severity: Severity,
  rule: QualityRule,
  column: string | null,
  value: unknown,
  message: string,
): RowProblem => ({ severity, rule, column, value: shown(value), message });
