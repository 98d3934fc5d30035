import { Template } from "aws-cdk-lib/assertions";
import { type Measured, ringing } from "../support/lambda/alarm-states";

const stat = (Id: string, MetricName: string) => ({
  ...{ Id, ReturnData: false },
  MetricStat: {
    Metric: { Namespace: "N", MetricName, Dimensions: [{ Name: "F", Value: "a" }] },
    Stat: "Sum",
  },
});
const alarmOf = (Expression: string) =>
  Template.fromJSON({
    Resources: {
      AlarmsShare0123ABCD: {
        Type: "AWS::CloudWatch::Alarm",
        Properties: {
          Threshold: 5,
          AlarmDescription: "More than usual. See docs/runbook.md#share",
          Metrics: [{ Id: "e", Expression }, stat("errors", "Errors"), stat("requests", "Requests")],
        },
      },
    },
  });
const of = (name: string, ...values: number[]): Measured => ({ namespace: "N", name, of: '"a"', values });

test.each([
  ["100 * errors / requests", [of("Errors", 1, 2), of("Requests", 50)], true],
  ["100 * errors / requests", [of("Errors", 1), of("Requests", 50)], false],
  // A part that is missing is no value, unless it is filled.
  ["100 * errors / requests", [of("Requests", 50)], false],
  ["FILL(errors, 9) + FILL(requests, 0)", [], true],
  ["IF(requests > 10, errors, 0)", [of("Errors", 9), of("Requests", 10)], false],
  ["MAX(errors, requests) - (2 - 1)", [of("Errors", 7), of("Requests", 1)], true],
])("%s", (expression, measured, rings) => {
  expect(ringing(alarmOf(expression), measured)).toEqual(rings ? ["share"] : []);
});

test("what is measured of another function does not ring", () => {
  const other = { ...of("Errors", 100), of: '"b"' };
  expect(ringing(alarmOf("errors"), [other])).toEqual([]);
  expect(() => ringing(alarmOf("errors ^ 2"), [of("Errors", 9)])).toThrow("no metric math");
});
