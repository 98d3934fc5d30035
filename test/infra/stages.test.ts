import { euRegion, stageName } from "../../infra/stages";

test("accepts an existing stage", () => {
  expect(stageName("prod")).toBe("prod");
});

test.each(["production", "toString", undefined])(
  "rejects the stage %p and names the existing ones",
  (value) => {
    expect(() => stageName(value)).toThrow(/unknown: use one of dev, prod\./);
  },
);

test("accepts a region of the European Union", () => {
  expect(euRegion("eu-south-1")).toBe("eu-south-1");
});

test.each(["us-east-1", "eu-west-2", "eu-central-2", "", undefined])(
  "rejects the region %p and names those of the Union",
  (value) => {
    expect(() => euRegion(value)).toThrow(/not in the European Union: .*eu-south-1/);
  },
);
