/** @jsxImportSource preact */
import settings from "../../../../data/page/settings.json";
import { useLocation, useTexts } from "../address/location";
import { contact } from "../kit/contact";
import { formatDate } from "../kit/format";
import type { View } from "../view";
import { statementTexts } from "./texts";

/** Follows the model of AGID for the statements of public administrations in Italy. */
function StatementView() {
  const texts = useTexts(statementTexts);
  const { language } = useLocation();
  return (
    <div class="container statement">
      <h1>{texts.title}</h1>
      <p class="lead">{texts.lead(settings.title[language])}</p>
      <h2 class="h4">{texts.status}</h2>
      <p>{texts.partial}</p>
      <h2 class="h4">{texts.limits}</h2>
      <List items={texts.limitList} />
      <h2 class="h4">{texts.preparation}</h2>
      <p>{texts.prepared(formatDate(settings.statement.date, language))}</p>
      <p>{texts.tested}</p>
      <List items={texts.testList} />
      <p>{texts.notTested}</p>
      <h2 class="h4">{texts.feedback}</h2>
      <p>{texts.report}</p>
      {contact === null ? (
        <p>{texts.noContact}</p>
      ) : (
        <p>
          {texts.contact} <a href={`mailto:${contact.email}`}>{contact.name[language]}</a>
        </p>
      )}
      <h2 class="h4">{texts.procedure}</h2>
      <p>{texts.ombudsman}</p>
    </div>
  );
}

const List = ({ items }: { readonly items: readonly string[] }) => (
  <ul>
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
);

export const statement: View = {
  name: "statement",
  title: { en: statementTexts.en.title, it: statementTexts.it.title },
  Content: StatementView,
  isInFooter: true,
};
