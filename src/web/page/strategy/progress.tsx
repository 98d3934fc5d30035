/** @jsxImportSource preact */
import settings from "../../../../data/page/settings.json";
import { useLocation, useTexts } from "../address/location";
import { ProgressOfStrategy } from "../api/operations/progress-of-strategy";
import type { GlanceFragment } from "../api/operations/strategy";
import { DataTable } from "../kit/data-table";
import { formatDate } from "../kit/format";
import { clockAt, now } from "../kit/moment";
import { formatMoney, type Money } from "../kit/money";
import { WhereFrom } from "../kit/where-from";
import { textLanguage, Words } from "../kit/words";
import { newestOf } from "./budget";
import { type PartProps, Section } from "./section";
import { strategyTexts } from "./texts";

export function Milestones({ strategy, label }: PartProps) {
  const texts = useTexts(strategyTexts);
  const { language } = useLocation();
  const { totalCount = 0, nodes = [] } = strategy.milestones ?? {};
  const date = (day: string | null) => (day === null ? texts.notPublished : formatDate(day, language));
  return (
    <Section id="milestones" title={texts.milestones}>
      {totalCount === 0 ? (
        <NotPublished />
      ) : (
        <DataTable
          caption={texts.milestones}
          columns={[
            { title: texts.milestone, cell: ({ name }) => <Words text={name.text} /> },
            { title: texts.planned, cell: ({ plannedDate }) => date(plannedDate) },
            { title: texts.forecast, cell: ({ forecastDate }) => date(forecastDate) },
            { title: texts.actual, cell: ({ actualDate }) => date(actualDate) },
            {
              title: texts.state,
              cell: ({ timing }) => label("MilestoneState", timing?.state ?? "UNKNOWN"),
            },
          ]}
          rows={nodes}
          keyOf={({ code }) => code}
        />
      )}
    </Section>
  );
}

type FundSpending = NonNullable<GlanceFragment["spending"]>["byFund"][number];

/** Plan and stages by fund; a stage without entries is not zero. */
export function Spending({ strategy, label }: PartProps) {
  const texts = useTexts(strategyTexts);
  const { language } = useLocation();
  const { spending } = strategy;
  const money = (amount: Money | null) =>
    amount === null ? texts.notPublished : formatMoney(amount, language);
  const stages = spending?.byFund[0]?.stages.map(({ stage }) => stage) ?? [];
  return (
    <Section id="spending" title={texts.spending}>
      {spending?.reason && (
        <p>
          <Words text={spending.reason.text} />
        </p>
      )}
      {spending === null || spending.byFund.length === 0 ? (
        <NotPublished />
      ) : (
        <DataTable
          caption={texts.spending}
          columns={[
            { title: texts.fund, cell: ({ fund }) => label("Fund", fund) },
            { title: texts.plan, cell: ({ plan }) => money(plan), isNumber: true },
            ...stages.map((stage) => ({
              title: label("ExpenditureKind", stage),
              cell: (line: FundSpending) =>
                money(line.stages.find((other) => other.stage === stage)?.amount ?? null),
              isNumber: true,
            })),
          ]}
          rows={spending.byFund}
          keyOf={({ fund }) => fund}
        />
      )}
      <WhereFrom
        of={texts.spending}
        sources={newestOf(strategy)?.sourceRefs ?? null}
        query={ProgressOfStrategy}
        variables={{
          code: strategy.code,
          on: clockAt(now(), settings.timeZone).slice(0, 10),
          language: textLanguage(language),
        }}
      />
    </Section>
  );
}

function NotPublished() {
  const texts = useTexts(strategyTexts);
  return <p class="not-published">{texts.notPublished}</p>;
}
