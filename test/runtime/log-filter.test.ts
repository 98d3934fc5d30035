import { logFilter } from "../support/lambda/log-filter";

const error = JSON.stringify({ level: "ERROR", status: "503", ms: 812, record: { status: "timeout" } });
const info = JSON.stringify({ level: "INFO", status: "200", ms: 12, client: null, message: "ERRORS: none" });

test.each([
  ["?ERROR ?timeout", [error]],
  ["ERROR timeout", [error]],
  ["ERROR -timeout", []],
  ['"ERRORS: none"', [info]],
  ['{ $.status = "5*" }', [error]],
  ["{ $.status = 5* }", [error]],
  ['{ $.record.status = "timeout" && $.ms > 800 }', [error]],
  ['{ ($.level = "ERROR" || $.ms < 20) && $.status != "503" }', [info]],
  ["{ $.client IS NULL }", [info]],
  ["{ $.client NOT EXISTS }", [error]],
  ["{ $.level = %^(WARN|ERROR)$% }", [error]],
  // A number is no text.
  ['{ $.ms = "812" }', []],
  ["{ $.ms = 812 }", [error]],
  ["", [error, info]],
])("%s", (pattern, passes) => {
  expect([error, info].filter(logFilter(pattern))).toEqual(passes);
});

test("a line that is no JSON passes no condition on fields", () => {
  expect(logFilter("{ $.level NOT EXISTS }")("Task timed out after 10.00 seconds")).toBe(false);
});

test.each([
  "task:out",
  "?ERROR timeout",
  "{ level = ERROR }",
  "{ $.a == 1 }",
  "{ $.a > x }",
  "{ $.a = 1",
  "{ $.a = 1 ) }",
])("CloudWatch would not take %s as it is meant", (pattern) => {
  expect(() => logFilter(pattern)).toThrow();
});
