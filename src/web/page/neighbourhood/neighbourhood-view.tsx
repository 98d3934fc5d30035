/** @jsxImportSource preact */
import { useLocation, useTexts } from "../address/location";
import { Neighbourhood } from "../api/operations/neighbourhood";
import { useAnswer } from "../api/use-answer";
import { Answered } from "../kit/answered";
import { formatNumber } from "../kit/format";
import { textLanguage, Words } from "../kit/words";
import type { View } from "../view";
import { ActionsPart } from "./actions-part";
import { AreaChoice } from "./area-choice";
import { CentresPart } from "./centres-part";
import { readChoice, variablesOf } from "./choice";
import { CoveragePart } from "./coverage-part";
import type { Data } from "./data";
import { IncomePart } from "./income-part";
import { IssuesPart } from "./issues-part";
import type { PartProps } from "./part";
import { PartnersPart } from "./partners-part";
import { PeoplePart } from "./people-part";
import { ServicesPart } from "./services-part";
import { neighbourhoodTexts } from "./texts";
import { TrendPart } from "./trend-part";

/** Keeps the place of the whole view: nothing below it moves when the answer comes. */
const height = 160;

/** All that the hub knows of one neighbourhood. */
function NeighbourhoodView() {
  const { address, language } = useLocation();
  const choice = readChoice(address.values);
  const asked = useAnswer(Neighbourhood, { ...variablesOf(choice), language: textLanguage(language) });
  return (
    <div class="container">
      <Answered asked={asked} height={height}>
        {({ area, ...data }) =>
          // The hub rejects an unknown area, so that there is one.
          area && <Parts data={{ ...data, area }} choice={choice} />
        }
      </Answered>
    </div>
  );
}

function Parts({ data, choice }: PartProps) {
  return (
    <>
      <Heading data={data} />
      <AreaChoice data={data} choice={choice} />
      <div class="parts">
        <PeoplePart data={data} choice={choice} />
        <TrendPart data={data} choice={choice} />
        <CentresPart data={data} choice={choice} />
        <ServicesPart data={data} choice={choice} />
        <CoveragePart data={data} choice={choice} />
        <PartnersPart data={data} choice={choice} />
        <ActionsPart data={data} choice={choice} />
        <IncomePart data={data} choice={choice} />
        <IssuesPart data={data} choice={choice} />
      </div>
    </>
  );
}

function Heading({ data: { area } }: { readonly data: Data }) {
  const texts = useTexts(neighbourhoodTexts);
  const { language } = useLocation();
  const districts = (area.overlaps ?? []).flatMap(({ area: district }) => district?.name ?? []);
  return (
    <>
      <h1 class="h2">{area.name}</h1>
      <p>
        <Words text={area.localType.text} />
        {area.city && ` · ${area.city.name}`}
        {districts.length > 0 && ` · ${texts.inDistricts} ${districts.join(", ")}`}
        {area.areaKm2 !== null && ` · ${texts.surface(formatNumber(area.areaKm2, language, 1))}`}
      </p>
    </>
  );
}

export const neighbourhood: View = {
  name: "neighbourhood",
  title: { en: neighbourhoodTexts.en.title, it: neighbourhoodTexts.it.title },
  Content: NeighbourhoodView,
};
