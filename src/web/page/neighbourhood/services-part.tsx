/** @jsxImportSource preact */
import { useLocation, useTexts } from "../address/location";
import { ServicesOfArea } from "../api/operations/services-of-area";
import { labelOf } from "../kit/labels";
import { WhereFrom } from "../kit/where-from";
import { textLanguage, Words } from "../kit/words";
import { sourcesOf } from "./data";
import type { PartProps } from "./part";
import { PlannedList } from "./planned-list";
import { Shown } from "./shown";
import { neighbourhoodTexts } from "./texts";

/** More places than this are counted and not named. */
const mostNames = 3;

/** Services of the area itself; those of the whole city are only counted. */
export function ServicesPart({ data, choice }: PartProps) {
  const texts = useTexts(neighbourhoodTexts);
  const { language } = useLocation();
  const { services, plannedServices, cityServices } = data.area;
  const offers = services?.nodes ?? [];
  const placesOf = (names: readonly string[]) =>
    names.length > mostNames ? ` · ${texts.places(names.length)}` : names.map((name) => ` · ${name}`);
  const planned = plannedServices?.nodes ?? [];
  return (
    <section>
      <h2 class="h4">
        {texts.services} ({services?.totalCount ?? 0})
      </h2>
      {offers.length === 0 && <p>{texts.nothing}</p>}
      <ul>
        {offers.map(({ code, name, freeOfCharge, organization, locations }) => (
          <li key={code}>
            <strong>
              <Words text={name.text} />
            </strong>
            {organization && ` · ${organization.name}`}
            {placesOf(locations?.flatMap(({ centre }) => centre?.name ?? []) ?? [])}
            {` · ${texts.free(labelOf(data.enumerations, "FreeOfCharge", freeOfCharge))}`}
          </li>
        ))}
      </ul>
      <Shown of={services} area={choice.area} />
      <p>{texts.cityServices(cityServices?.totalCount ?? 0)}</p>
      <PlannedList items={planned.map(({ code, name }) => ({ code, content: <Words text={name.text} /> }))} />
      <Shown of={plannedServices} area={choice.area} />
      <WhereFrom
        of={texts.services}
        sources={sourcesOf(data, [...offers, ...planned])}
        query={ServicesOfArea}
        variables={{ area: choice.area, language: textLanguage(language) }}
      />
    </section>
  );
}
