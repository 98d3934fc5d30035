import { stageName } from "../../infra/stages";

test("takes a stage that exists", () => {
  expect(stageName("prod")).toBe("prod");
});

test.each(["production", "toString", undefined])(
  "refuses the stage %p and names those that exist",
  (value) => {
    expect(() => stageName(value)).toThrow(/unknown: use one of dev, prod\./);
  },
);
