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

/** Who works in the area, and under which partnerships. */
export function PartnersPart({ data, choice }: PartProps) {
  const texts = useTexts(neighbourhoodTexts);
  const { language } = useLocation();
  const organizations = data.area.organizations?.nodes ?? [];
  const partnerships = data.area.partnerships?.nodes ?? [];
  return (
    <section>
      <h2 class="h4">{texts.partners}</h2>
      {organizations.length === 0 && <p>{texts.nothing}</p>}
      <ul>
        {organizations.map(({ code, name }) => (
          <li key={code}>{name}</li>
        ))}
      </ul>
      <Shown of={data.area.organizations} />
      {partnerships.length > 0 && <h3 class="h6">{texts.partnerships}</h3>}
      {partnerships.map(({ code, name, members }) => (
        <div key={code}>
          <p>
            <Words text={name.text} />
          </p>
          <ul>
            {members.map(({ organization, role, presence, lastKnown }) => (
              <li key={`${organization?.code} ${role}`}>
                {organization?.name} · {labelOf(data.enumerations, "PartnerRole", role)} ·{" "}
                {labelOf(data.enumerations, "MembershipPresence", presence)}
                {lastKnown !== null && ` · ${texts.lastKnown(formatDate(lastKnown, language))}`}
              </li>
            ))}
          </ul>
        </div>
      ))}
      <Shown of={data.area.partnerships} />
      <WhereFrom
        of={texts.partners}
        sources={sourcesOf(data, [...organizations, ...partnerships])}
        query={PartnersOfArea}
        variables={{ area: choice.area, language: textLanguage(language) }}
      />
    </section>
  );
}
