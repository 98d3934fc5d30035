import { stageName } from "../../infra/stages";

test("accepts an existing stage", () => {
  expect(stageName("prod")).toBe("prod");
});

test.each(["production", "toString", undefined])(
  "rejects the stage %p and names the existing ones",
  (value) => {
    expect(() => stageName(value)).toThrow(/unknown: use one of dev, prod\./);
  },
);
