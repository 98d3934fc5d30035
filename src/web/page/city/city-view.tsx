/** @jsxImportSource preact */
import settings from "../../../../data/page/settings.json";
import { useLocation } from "../address/location";
import { City } from "../api/operations/city";
import { ComputedCity } from "../api/operations/computed-city";
import { useAnswer } from "../api/use-answer";
import { Answered } from "../kit/answered";
import { textLanguage } from "../kit/words";
import type { View } from "../view";
import { type CityChoice, readChoice } from "./choice";
import { CityPanel } from "./city-panel";
import { computedFigures, rankedFigures } from "./figures";
import { cityTexts } from "./texts";

/** An indicator in all areas of the city: map, ranks, distribution and table. */
function CityView() {
  const { address } = useLocation();
  const choice = readChoice(address.values, settings.city);
  const isComputed = choice.level === settings.city.computed.level;
  return (
    <div class="container">{isComputed ? <Computed choice={choice} /> : <Ranked choice={choice} />}</div>
  );
}

/** Keeps the place of the whole view: nothing below it moves when the answer comes. */
const height = 90;

function Ranked({ choice }: { readonly choice: CityChoice }) {
  const { language } = useLocation();
  const variables = { ...choice, language: textLanguage(language) };
  return (
    <Answered asked={useAnswer(City, variables)} height={height}>
      {(data) => {
        const figures = rankedFigures(data);
        return figures && <CityPanel figures={figures} choice={choice} query={City} variables={variables} />;
      }}
    </Answered>
  );
}

/** Larger areas, for which no source publishes the indicator: the hub computes it. */
function Computed({ choice }: { readonly choice: CityChoice }) {
  const { language } = useLocation();
  const period = choice.period ?? settings.city.computed.period;
  const variables = {
    ...{ ...choice, period, cityPeriod: period, city: settings.city.area },
    from: readChoice({}, settings.city).level,
    language: textLanguage(language),
  };
  return (
    <Answered asked={useAnswer(ComputedCity, variables)} height={height}>
      {(data) => {
        const figures = computedFigures(data, period);
        return (
          figures && (
            <CityPanel figures={figures} choice={choice} query={ComputedCity} variables={variables} />
          )
        );
      }}
    </Answered>
  );
}

export const city: View = {
  name: "city",
  title: { en: cityTexts.en.title, it: cityTexts.it.title },
  Content: CityView,
};
