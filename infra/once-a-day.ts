import { Duration } from "aws-cdk-lib";
import { type IMetric, MathExpression } from "aws-cdk-lib/aws-cloudwatch";
import type { AlarmSpec } from "./alarm-spec";

/**
 * What reports once a day has a value in one of five periods of six hours, with six hours to spare. A period of a whole day would be
 * missing now and then, when a report comes some seconds later than the day before.
 */
export const partOfDay = Duration.hours(6);

type What = Pick<AlarmSpec, "meaning" | "section">;

/** Rings if the last report is above a limit, until a better one. @param metric with a period of `partOfDay`. */
export const dailyAbove = (metric: IMetric, above: number, what: What): AlarmSpec => ({
  ...{ metric, above, ...what },
  ...{ periods: 1, of: 5 },
});

/** Rings if there was no report for thirty hours. @param metric likewise; 0 is a report. */
export const dailySilence = (metric: IMetric, what: What): AlarmSpec => ({
  // Of a report it makes 0. Without one there is nothing to compute, which is missing.
  metric: new MathExpression({
    expression: "IF(report < 0, 1, 0)",
    usingMetrics: { report: metric },
    period: partOfDay,
    label: "No report",
  }),
  ...{ above: 0, periods: 5, of: 5, missing: "BREACHING" },
  ...what,
});
