/** @jsxImportSource preact */
import { useLocation, useTexts } from "../address/location";
import { BudgetDifference as DifferenceOfBudget } from "../api/operations/budget-difference";
import { Choice } from "../kit/choice";
import { DataTable } from "../kit/data-table";
import { formatMoney, type Money } from "../kit/money";
import { WhereFrom } from "../kit/where-from";
import { Words } from "../kit/words";
import { nameOf } from "./budget";
import { type PartProps, Section } from "./section";
import { strategyTexts } from "./texts";

/** What changed between the two versions in the address, or between the last two, as the hub computes it. */
export function BudgetDifference({ strategy, label }: PartProps) {
  const texts = useTexts(strategyTexts);
  const { language } = useLocation();
  const { budgetDiff: diff, budgetVersions: versions } = strategy;
  if (diff === null) return null;
  const [from, to] = [diff.fromVersion.label, diff.toVersion.label];
  const money = (amount: Money | null) => (amount === null ? "–" : formatMoney(amount, language));
  const change = (amount: Money) => formatMoney(amount, language, { sign: true });
  const options = versions.map((version) => ({ value: version.label, label: nameOf(version) }));
  return (
    <Section id="difference" title={texts.difference(from, to)}>
      <div class="choices">
        <Choice label={texts.compareFrom} name="from" value={from} options={options} />
        <Choice label={texts.compareTo} name="to" value={to} options={options} />
      </div>
      <p class="strategy-total">
        {texts.change}:{" "}
        <strong>{diff.totalChange === null ? texts.notPublished : change(diff.totalChange)}</strong>
      </p>
      {diff.reason && (
        <p>
          <Words text={diff.reason.text} />
        </p>
      )}
      {diff.lines === null ? (
        <p>{texts.noFunds}</p>
      ) : (
        <DataTable
          caption={texts.difference(from, to)}
          columns={[
            { title: texts.fund, cell: ({ fund }) => label("Fund", fund) },
            { title: texts.before, cell: ({ amountBefore }) => money(amountBefore), isNumber: true },
            { title: texts.after, cell: ({ amountAfter }) => money(amountAfter), isNumber: true },
            { title: texts.change, cell: (line) => change(line.change), isNumber: true },
          ]}
          rows={diff.lines}
          keyOf={({ fund }) => fund}
        />
      )}
      <WhereFrom
        of={texts.difference(from, to)}
        sources={versions
          .filter((version) => [from, to].includes(version.label))
          .flatMap(({ sourceRefs }) => sourceRefs ?? [])}
        query={DifferenceOfBudget}
        variables={{ code: strategy.code, from, to }}
      />
    </Section>
  );
}
