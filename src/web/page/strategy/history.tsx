/** @jsxImportSource preact */
import { useLocation, useTexts } from "../address/location";
import { HistoryOfStrategy } from "../api/operations/history-of-strategy";
import { DataTable } from "../kit/data-table";
import { formatDate } from "../kit/format";
import { WhereFrom } from "../kit/where-from";
import { textLanguage, Words } from "../kit/words";
import { type PartProps, Section } from "./section";
import { strategyTexts } from "./texts";

export function Governance({ strategy, label }: PartProps) {
  const texts = useTexts(strategyTexts);
  const { language } = useLocation();
  if (strategy.governance.length === 0) return null;
  return (
    <Section id="governance" title={texts.governance}>
      <DataTable
        caption={texts.governance}
        columns={[
          { title: texts.organization, cell: ({ organization }) => organization?.name ?? texts.notPublished },
          { title: texts.role, cell: (role) => label("GovernanceFunction", role.function) },
        ]}
        rows={strategy.governance}
        keyOf={(role) => `${role.function} ${role.organization?.name}`}
      />
      <WhereFrom
        of={texts.governance}
        sources={strategy.sourceRefs}
        query={HistoryOfStrategy}
        variables={{ code: strategy.code, language: textLanguage(language) }}
      />
    </Section>
  );
}

export function Steps({ strategy, label }: PartProps) {
  const texts = useTexts(strategyTexts);
  const { language } = useLocation();
  const steps = strategy.steps?.nodes ?? [];
  if (steps.length === 0) return null;
  return (
    <Section id="steps" title={texts.steps}>
      <ol class="steps">
        {steps.map(({ code, date, kind, name }) => (
          <li key={code}>
            <strong>{date === null ? texts.undated : formatDate(date, language)}</strong>{" "}
            <span class="step-kind">{label("StrategyStepKind", kind)}</span>
            <br />
            <Words text={name.text} />
          </li>
        ))}
      </ol>
      <WhereFrom
        of={texts.steps}
        sources={steps.flatMap(({ sourceRefs }) => sourceRefs ?? [])}
        query={HistoryOfStrategy}
        variables={{ code: strategy.code, language: textLanguage(language) }}
      />
    </Section>
  );
}
