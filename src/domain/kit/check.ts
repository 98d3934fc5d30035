import { HubError } from "./errors";

/** One thing that cannot be true about a record: where it is, what stands there, why it cannot be. */
export interface Problem {
  readonly field: string;
  readonly value: unknown;
  readonly rule: string;
}

/** Thrown by the record constructors; carries every problem of the record, not only the first. */
export class InvalidRecordError extends HubError<"INVALID_RECORD", "impossible"> {
  readonly problems: readonly Problem[];

  constructor(record: string, code: string, problems: readonly Problem[]) {
    const list = problems.map((p) => `${p.field} = ${show(p.value)}: ${p.rule}`).join("; ");
    super(
      "INVALID_RECORD",
      "impossible",
      { record, code: show(code), problems: list },
      { where: problems[0]?.field },
    );
    this.name = "InvalidRecordError";
    this.problems = problems;
  }
}

/**
 * Collects what is wrong with one record.
 * `check(holds, field, value, rule)` notes a problem unless `holds`; `passed()` throws them all or returns the record.
 */
export function checking<T extends object>(record: string, code: string, fields: T) {
  const problems: Problem[] = [];
  return {
    check(holds: boolean, field: string, value: unknown, rule: string): void {
      if (!holds) problems.push({ field, value, rule });
    },
    passed(): T {
      if (problems.length > 0) throw new InvalidRecordError(record, code, problems);
      return Object.freeze(fields);
    },
  };
}

export type Checking = Pick<ReturnType<typeof checking>, "check">;

const codePattern = /^[A-Za-z0-9][A-Za-z0-9._:+-]{0,99}$/;

/** Codes are public keys, used in storage keys and links: letters, digits and `. _ : + -`, at most 100 characters. */
export const isCode = (value: string): boolean => codePattern.test(value);

export function checkCode({ check }: Checking, field: string, value: string): void {
  check(
    isCode(value),
    field,
    value,
    "a code has 1 to 100 letters, digits or . _ : + - and begins with a letter or digit",
  );
}

export function checkSources({ check }: Checking, sourceCodes: readonly string[]): void {
  check(sourceCodes.length > 0, "sourceCodes", sourceCodes, "each record names at least one source");
}

export function checkText({ check }: Checking, field: string, value: string): void {
  check(value.trim() !== "", field, value, "must not be empty");
}

const show = (value: unknown): string => {
  const text = JSON.stringify(value, nameNonNumbers) ?? String(value);
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
};

/** JSON has no NaN and no Infinity and would write null, which is a value of its own here. */
const nameNonNumbers = (_key: string, value: unknown): unknown =>
  typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
