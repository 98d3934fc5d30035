/** @jsxImportSource preact */
import { useLocation, useTexts } from "../address/location";
import { Budget } from "../api/operations/budget";
import { type Column, DataTable } from "../kit/data-table";
import { Downloads } from "../kit/downloads";
import { formatDate } from "../kit/format";
import { formatMoney } from "../kit/money";
import { WhereFrom } from "../kit/where-from";
import { textLanguage, Words } from "../kit/words";
import { nameOf, newestOf, type Version } from "./budget";
import { type PartProps, Section } from "./section";
import { strategyTexts } from "./texts";

/** All versions by fund, each with what its source says and a link to its difference to the newest. */
export function BudgetVersions({ strategy, label }: PartProps) {
  const texts = useTexts(strategyTexts);
  const { language, withValues } = useLocation();
  const versions = strategy.budgetVersions;
  if (versions.length === 0) return null;
  const newest = newestOf(strategy);
  const funds = [...new Set(versions.flatMap(({ lines }) => lines.map(({ fund }) => fund)))];
  const amountOf = ({ lines }: Version, fund: string) => lines.find((line) => line.fund === fund)?.amount;
  const stated = ({ assertedOn }: Version) =>
    assertedOn === null ? texts.undated : formatDate(assertedOn, language);
  const byFund = (version: Version, fund: string) => {
    const amount = amountOf(version, fund);
    if (amount !== undefined) return formatMoney(amount, language);
    return version.lines.length === 0 ? texts.notByFund : "–";
  };
  const columns: readonly Column<Version>[] = [
    { title: texts.version, cell: nameOf },
    { title: texts.stated, cell: stated },
    ...funds.map((fund) => ({
      title: label("Fund", fund),
      cell: (version: Version) => byFund(version, fund),
      isNumber: true,
    })),
    {
      title: texts.total,
      cell: ({ total }) => (total === null ? texts.notPublished : formatMoney(total, language)),
      isNumber: true,
    },
    {
      title: texts.compare,
      cell: (version) =>
        newest !== null &&
        version !== newest && (
          <a href={withValues({ from: version.label, to: newest.label })}>
            {texts.compareNewest}
            <span class="visually-hidden">: {version.label}</span>
          </a>
        ),
    },
  ];
  return (
    <Section id="versions" title={texts.versions}>
      <DataTable caption={texts.versions} columns={columns} rows={versions} keyOf={({ label: key }) => key} />
      <Downloads
        name={`${strategy.code}-budget`}
        table={() => ({
          columns: [texts.version, texts.stated, ...funds, texts.total],
          rows: versions.map((version) => [
            version.label,
            version.assertedOn,
            ...funds.map((fund) => inUnits(amountOf(version, fund))),
            inUnits(version.total),
          ]),
        })}
      />
      <h3 class="h6">{texts.notes}</h3>
      <ul class="version-notes">
        {versions.map((version) => (
          <li key={version.label}>
            <strong>{nameOf(version)}</strong>
            {version.certainty !== null &&
              `, ${texts.certainty.toLowerCase()}: ${label("Certainty", version.certainty).toLowerCase()}`}
            {version.parts.map(({ name, amount }) => (
              <p key={name.text.value}>
                <Words text={name.text} />: {formatMoney(amount, language)}
              </p>
            ))}
            {version.note && (
              <p>
                <Words text={version.note.text} />
              </p>
            )}
            <WhereFrom
              of={version.label}
              sources={version.sourceRefs}
              query={Budget}
              variables={{ code: strategy.code, language: textLanguage(language) }}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}

const inUnits = (amount: { readonly cents: number } | null | undefined): number | null =>
  amount == null ? null : amount.cents / 100;
