/** @jsxImportSource preact */
import { useLocation, useTexts } from "../address/location";
import { PartnersOfArea } from "../api/operations/partners-of-area";
import { formatDate } from "../kit/format";
import { labelOf } from "../kit/labels";
import { WhereFrom } from "../kit/where-from";
import { textLanguage, Words } from "../kit/words";
import { sourcesOf } from "./data";
import type { PartProps } from "./part";
import { Shown } from "./shown";
import { neighbourhoodTexts } from "./texts";

/** Actions for which a source names the area. */
export function ActionsPart({ data, choice }: PartProps) {
  const texts = useTexts(neighbourhoodTexts);
  const { language } = useLocation();
  const actions = data.area.actions?.nodes ?? [];
  return (
    <section>
      <h2 class="h4">{texts.actions}</h2>
      {actions.length === 0 && <p>{texts.nothing}</p>}
      <ul>
        {actions.map(({ code, name, status, statusDate }) => (
          <li key={code}>
            <Words text={name.text} /> ·{" "}
            {status === null ? texts.noStatus : labelOf(data.enumerations, "ActionStatus", status)}
            {statusDate !== null && ` · ${formatDate(statusDate, language)}`}
          </li>
        ))}
      </ul>
      <Shown of={data.area.actions} />
      <WhereFrom
        of={texts.actions}
        sources={sourcesOf(data, actions)}
        query={PartnersOfArea}
        variables={{ area: choice.area, language: textLanguage(language) }}
      />
    </section>
  );
}
