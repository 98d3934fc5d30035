import type { Template } from "aws-cdk-lib/assertions";

/** Numbers of one metric in one period. */
export interface Measured {
  readonly namespace: string;
  readonly name: string;
  /** Part of its dimensions as JSON; empty for those that nothing else can be confused with. */
  readonly of: string;
  readonly values: readonly number[];
}

interface MetricSource {
  readonly Namespace: string;
  readonly MetricName: string;
  readonly Dimensions?: readonly unknown[];
}

interface Query {
  readonly Id: string;
  readonly Expression?: string;
  readonly MetricStat?: { readonly Metric: MetricSource; readonly Stat: string };
  readonly ReturnData?: boolean;
}

type AlarmProperties = Partial<MetricSource> & {
  readonly Metrics?: readonly Query[];
  readonly Statistic?: string;
  readonly ExtendedStatistic?: string;
  readonly Threshold: number;
  readonly TreatMissingData: string;
};

/**
 * The alarms of the template that ring if what was measured goes on: one period stands for all that an alarm waits for.
 * @returns the sections of the runbook that they name.
 */
export function ringing(template: Template, measured: readonly Measured[]): readonly string[] {
  const alarms = Object.values(template.findResources("AWS::CloudWatch::Alarm"));
  const rung = alarms.filter(({ Properties }) => rings(Properties as AlarmProperties, measured));
  return [...new Set(rung.map(({ Properties }) => sectionIn(Properties.AlarmDescription)))].sort();
}

/** The anchor of the section of the runbook that an alarm names. */
export const sectionIn = (description: string): string => /docs\/runbook\.md#(\S+)/.exec(description)![1]!;

function rings(alarm: AlarmProperties, measured: readonly Measured[]): boolean {
  const value = metricValue(alarm, measured);
  // What reports at its hours alone is not in a period of a drill.
  return value === undefined ? false : value > alarm.Threshold;
}

function metricValue(alarm: AlarmProperties, measured: readonly Measured[]): number | undefined {
  if (alarm.Metrics === undefined)
    return statistic(alarm as MetricSource, alarm.Statistic ?? alarm.ExtendedStatistic!, measured);
  const values: Record<string, number | undefined> = {};
  for (const { Id, MetricStat } of alarm.Metrics)
    if (MetricStat !== undefined) values[Id] = statistic(MetricStat.Metric, MetricStat.Stat, measured);
  const expressions = alarm.Metrics.filter(({ Expression }) => Expression !== undefined);
  // Those that others use come after them.
  for (const { Id, Expression } of [...expressions].reverse()) values[Id] = computed(Expression!, values);
  const returned = alarm.Metrics.find(({ ReturnData }) => ReturnData !== false)!;
  return values[returned.Id];
}

function statistic(source: MetricSource, stat: string, measured: readonly Measured[]): number | undefined {
  const dimensions = JSON.stringify(source.Dimensions ?? []);
  const values = measured
    .filter(
      ({ namespace, name, of }) =>
        namespace === source.Namespace && name === source.MetricName && dimensions.includes(of),
    )
    .flatMap((one) => one.values)
    .sort((a, b) => a - b);
  if (values.length === 0) return undefined;
  const percent = /^p(\d+)$/.exec(stat)?.[1];
  if (percent !== undefined) return values[Math.ceil((values.length * Number(percent)) / 100) - 1];
  const sum = values.reduce((total, value) => total + value, 0);
  const known: Readonly<Record<string, number | undefined>> = {
    Average: sum / values.length,
    Maximum: values.at(-1),
    Minimum: values[0],
    SampleCount: values.length,
    Sum: sum,
  };
  if (!(stat in known)) throw new Error(`The statistic ${stat} is not known here.`);
  return known[stat];
}

/** Metric math, as far as the stack uses it. A value that is missing makes the result missing. */
function computed(
  expression: string,
  values: Readonly<Record<string, number | undefined>>,
): number | undefined {
  const text = expression.replace(/FILL\((\w+), *(\w+)\)/g, (_, id: string, fill: string) =>
    String(values[id] ?? fill),
  );
  const ids = [...new Set(text.match(/\b[a-z]\w*\b/g) ?? [])];
  if (ids.some((id) => values[id] === undefined)) return undefined;
  const plain = ids.reduce(
    (left, id) => left.replaceAll(new RegExp(`\\b${id}\\b`, "g"), String(values[id])),
    text,
  );
  return calculated(plain.replaceAll(" ", ""), expression);
}

/** `+ - * /`, comparisons, parentheses, and the functions IF, MAX and MIN. */
function calculated(text: string, expression: string): number {
  let at = 0;
  const skip = (token: string): boolean => {
    if (!text.startsWith(token, at)) return false;
    at += token.length;
    return true;
  };
  const fail = (): never => {
    throw new Error(`This is no metric math that is known here: ${expression}`);
  };
  const list = (): number[] => {
    const parts = [compared()];
    while (skip(",")) parts.push(compared());
    if (!skip(")")) fail();
    return parts;
  };
  const atom = (): number => {
    if (skip("-")) return -atom();
    if (skip("(")) return list()[0]!;
    const called = Object.keys(functions).find((name) => skip(`${name}(`));
    if (called !== undefined) return functions[called]!(...list());
    const [number] = /^[\d.]+(e[+-]?\d+)?/.exec(text.slice(at)) ?? fail();
    at += number!.length;
    return Number(number);
  };
  const product = (): number => {
    let value = atom();
    for (;;) {
      if (skip("*")) value *= atom();
      else if (skip("/")) value /= atom();
      else return value;
    }
  };
  const sum = (): number => {
    let value = product();
    for (;;) {
      if (skip("+")) value += product();
      else if (skip("-")) value -= product();
      else return value;
    }
  };
  const compared = (): number => {
    const left = sum();
    if (skip(">=")) return Number(left >= sum());
    if (skip("<=")) return Number(left <= sum());
    if (skip(">")) return Number(left > sum());
    if (skip("<")) return Number(left < sum());
    return left;
  };
  const value = compared();
  if (at < text.length) fail();
  return value;
}

const sumOf = (...given: number[]): number => given.reduce((sum, value) => sum + value, 0);

const functions: Readonly<Record<string, (...given: number[]) => number>> = {
  IF: (condition, yes, no = 0) => (condition !== 0 ? yes! : no),
  MAX: Math.max,
  MIN: Math.min,
  SUM: sumOf,
};
