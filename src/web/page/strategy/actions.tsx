/** @jsxImportSource preact */
import { useLocation, useTexts } from "../address/location";
import { ActionsOfStrategy } from "../api/operations/actions-of-strategy";
import { DataTable } from "../kit/data-table";
import { WhereFrom } from "../kit/where-from";
import { textLanguage, Words } from "../kit/words";
import { type PartProps, Section } from "./section";
import { strategyTexts } from "./texts";

/** What the strategy does, and at which places. */
export function Actions({ strategy, label }: PartProps) {
  const texts = useTexts(strategyTexts);
  const { language } = useLocation();
  const actions = strategy.actions?.nodes ?? [];
  const total = strategy.actions?.totalCount ?? 0;
  return (
    <Section id="actions" title={`${texts.actions} (${total})`}>
      {total === 0 ? (
        <p>{texts.notPublished}</p>
      ) : (
        <DataTable
          caption={texts.actions}
          columns={[
            { title: texts.action, cell: ({ name }) => <Words text={name.text} /> },
            { title: texts.kind, cell: ({ kind }) => label("ActionKind", kind) },
            {
              title: texts.status,
              cell: ({ status }) => (status === null ? texts.notPublished : label("ActionStatus", status)),
            },
            {
              title: texts.places,
              cell: ({ centres }) => (centres ?? []).map(({ name }) => name).join(", ") || texts.notPublished,
            },
          ]}
          rows={actions}
          keyOf={({ code }) => code}
        />
      )}
      <WhereFrom
        of={texts.actions}
        sources={(strategy.actions?.nodes ?? []).flatMap(({ sourceRefs }) => sourceRefs ?? [])}
        query={ActionsOfStrategy}
        variables={{ code: strategy.code, language: textLanguage(language) }}
      />
    </Section>
  );
}
