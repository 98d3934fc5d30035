/** @jsxImportSource preact */
import { useLocation, useTexts } from "../address/location";
import { Budget } from "../api/operations/budget";
import { DataTable } from "../kit/data-table";
import { formatNumber } from "../kit/format";
import { formatMoney } from "../kit/money";
import { WhereFrom } from "../kit/where-from";
import { textLanguage, Words } from "../kit/words";
import { nameOf, newestOf } from "./budget";
import { type PartProps, Section } from "./section";
import { strategyTexts } from "./texts";

/** The newest total and who pays it. */
export function Cost({ strategy, label }: PartProps) {
  const texts = useTexts(strategyTexts);
  const { language } = useLocation();
  const newest = newestOf(strategy);
  if (newest === null)
    return (
      <Section id="cost" title={texts.cost}>
        <p>{texts.noBudget}</p>
      </Section>
    );
  const percent = (share: number) => `${formatNumber(100 * share, language, 1)}\u00a0%`;
  return (
    <Section id="cost" title={texts.cost}>
      <p class="strategy-total">
        {texts.total}:{" "}
        <strong>{newest.total ? formatMoney(newest.total, language) : texts.notPublished}</strong>
      </p>
      <p>{texts.ofVersion(nameOf(newest))}</p>
      {newest.lines.length === 0 ? (
        <p>{texts.noLines}</p>
      ) : (
        <>
          <svg class="fund-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
            {newest.lines.map(({ fund, share }, index) => (
              <rect
                key={fund}
                class={fundClasses[index % fundClasses.length]}
                x={100 * newest.lines.slice(0, index).reduce((sum, line) => sum + line.share, 0)}
                width={100 * share}
                height="6"
              />
            ))}
          </svg>
          <DataTable
            caption={texts.cost}
            columns={[
              {
                title: texts.fund,
                cell: ({ fund, index }) => (
                  <>
                    <span class={`fund-key ${fundClasses[index % fundClasses.length]}`} />{" "}
                    {label("Fund", fund)}
                  </>
                ),
              },
              { title: texts.amount, cell: ({ amount }) => formatMoney(amount, language), isNumber: true },
              { title: texts.share, cell: ({ share }) => percent(share), isNumber: true },
            ]}
            rows={newest.lines.map((line, index) => ({ ...line, index }))}
            keyOf={({ fund }) => fund}
          />
        </>
      )}
      <WhereFrom
        of={texts.cost}
        sources={newest.sourceRefs}
        query={Budget}
        variables={{ code: strategy.code, language: textLanguage(language) }}
      >
        {newest.note && (
          <p>
            <Words text={newest.note.text} />
          </p>
        )}
      </WhereFrom>
    </Section>
  );
}

/** From dark to light, in the order of the funds. */
const fundClasses = ["fund-0", "fund-1", "fund-2", "fund-3", "fund-4"] as const;
