import { InvalidRecordError } from "../../src/domain/kit/check";

/** What is changed in a good record, and the fields that must then be named, in this order. */
export type Refusal<T> = readonly [what: string, change: Partial<T>, fields: readonly string[]];

/** The error with which something refuses a record. */
export function refusalOf(create: () => unknown): InvalidRecordError {
  try {
    create();
  } catch (error) {
    if (error instanceof InvalidRecordError) return error;
    throw error;
  }
  throw new Error("The record was accepted.");
}

/**
 * The tests that every constructor of records must pass. The last change holds several faults in one record:
 * all of them must be reported at once.
 */
export function testRecordConstructor<T extends object>(
  name: string,
  create: (fields: T) => T,
  good: () => T,
  refusals: readonly [...Refusal<T>[], several: Refusal<T>],
): void {
  test(`${name}: accepts a valid record unchanged and frozen`, () => {
    const record = create(good());
    expect(record).toEqual(good());
    expect(Object.isFrozen(record)).toBe(true);
  });

  test.each(refusals)(`${name}: rejects %s`, (_what, change, fields) => {
    const error = refusalOf(() => create({ ...good(), ...change }));
    expect(error.problems.map(({ field }) => field)).toEqual(fields);
    expect(error).toMatchObject({ name: "InvalidRecordError", code: "INVALID_RECORD", where: fields[0] });
    expect(error.hint).toBe("Correct the named fields at the source and import it again.");
    expect(error.message).toMatch(new RegExp(`^${name} ".*" cannot be true: `, "s"));
    expect(error.messageIt).toMatch(new RegExp(`^${name} ".*" non può essere vero: `, "s"));
    for (const { field, rule, ruleIt } of error.problems) {
      expect(rule).not.toBe(ruleIt);
      for (const [text, reason] of [
        [error.message, rule],
        [error.messageIt, ruleIt],
      ] as const) {
        expect(text).toContain(`${field} = `);
        expect(text).toContain(reason);
      }
    }
  });

  test(`${name}: reports several problems at once`, () => {
    expect(new Set(refusals.at(-1)![2]).size).toBeGreaterThan(1);
  });
}
