import type * as z from "zod";
import { HubError } from "./errors";
import { checks as english } from "./messages/en/checks";
import { checks as italian } from "./messages/it/checks";

/** A violated rule, in both languages. */
interface Rule {
  readonly rule: string;
  readonly ruleIt: string;
}

/** One invalid value of a record. */
export interface Problem extends Rule {
  readonly field: string;
  readonly value: unknown;
}

/** Selects a text of the catalogue of checks, for any language. */
type Pick = (texts: typeof english) => string;

/** Reports a problem of a field, for example `kindHistory[0].validTo`, unless the condition holds. */
export type Check = (holds: boolean, field: string, rule: Pick) => void;

/** Conditions between the fields of a record. */
export type Rules<T> = (value: T, check: Check) => void;

const ruleOf = (pick: Pick): Rule => ({ rule: pick(english), ruleIt: pick(italian as typeof english) });

/** A problem of a field that no schema finds. */
export const problemWith = (field: string, value: unknown, pick: Pick): Problem => ({
  field,
  value,
  ...ruleOf(pick),
});

/** Rules as a check of a schema. */
export const raiseIn =
  <T>(rules: Rules<T>) =>
  ({ value, issues }: z.core.ParsePayload<T>): void =>
    rules(value, (holds, field, rule) => {
      if (!holds)
        issues.push({ code: "custom", input: value, path: pathOf(field), params: { rule }, continue: true });
    });

const pathOf = (field: string): PropertyKey[] =>
  (field.match(/[^.[\]]+/g) ?? []).map((key) => (/^\d+$/.test(key) ? Number(key) : key));

/** Has every problem of the record, not only the first. */
export class InvalidRecordError extends HubError<"INVALID_RECORD", "impossible"> {
  readonly problems: readonly Problem[];

  constructor(record: string, code: string, problems: readonly Problem[]) {
    const list = (rule: keyof Rule) =>
      problems.map((p) => `${p.field} = ${show(p.value)}: ${p[rule]}`).join("; ");
    super(
      "INVALID_RECORD",
      "impossible",
      { record, code: show(code), problems: list("rule"), problemsIt: list("ruleIt") },
      { where: problems[0]?.field },
    );
    this.name = "InvalidRecordError";
    this.problems = problems;
  }
}

/** The issues of a schema, as problems of the fields of a value. */
export const problemsOf = (issues: readonly z.core.$ZodIssue[], value: unknown): Problem[] =>
  issues.map((issue) => ({
    field: fieldOf(issue.path),
    value: issue.path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown>)?.[key], value),
    ...ruleOfIssue(issue),
  }));

/** `kindHistory[0].validTo` */
const fieldOf = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");

/** A check of a schema has the English text as its message: it is the key to the Italian one. */
const italianOf = new Map(
  Object.entries(english).flatMap(([key, text]) =>
    typeof text === "string" ? [[text as string, italian[key as keyof typeof italian] as string]] : [],
  ),
);

function ruleOfIssue(issue: z.core.$ZodIssue): Rule {
  const ruleIt = italianOf.get(issue.message);
  if (ruleIt !== undefined) return { rule: issue.message, ruleIt };
  if (issue.code === "custom" && issue.params) return ruleOf(issue.params.rule as Pick);
  if (issue.code === "too_big") return ruleOf((text) => text.items({ most: Number(issue.maximum) }));
  if (issue.code === "invalid_value")
    return ruleOf((text) => text.oneOf({ values: issue.values.map(String).join(", ") }));
  if (issue.code === "unrecognized_keys")
    return ruleOf((text) => text.unknownField({ names: issue.keys.join(", ") }));
  if (issue.code === "invalid_type")
    return ruleOf((text) => (issue.path.length === 0 ? text.record : text.wrongType(issue)));
  return { rule: issue.message, ruleIt: issue.message };
}

const show = (value: unknown): string => {
  const text = JSON.stringify(value, nameNonNumbers) ?? String(value);
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
};

/** JSON writes NaN and Infinity as null, which is a valid value here. */
const nameNonNumbers = (_key: string, value: unknown): unknown =>
  typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
