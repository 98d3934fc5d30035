/** @jsxImportSource preact */
import { useLocation } from "../address/location";
import { City } from "../api/operations/city";
import { useAnswer } from "../api/use-answer";
import { Answered } from "../kit/answered";
import { finestLevel } from "../kit/map-levels";
import { textLanguage } from "../kit/words";
import type { View } from "../view";
import { readChoice } from "./choice";
import { CityPanel } from "./city-panel";
import { cityFigures } from "./figures";
import { cityTexts } from "./texts";

/** Keeps the place of the whole view: nothing below it moves when the answer comes. */
const height = 90;

/** An indicator in all areas of the city: map, ranks, distribution and table. */
function CityView() {
  const { address, language } = useLocation();
  const choice = readChoice(address.values);
  const variables = { ...choice, finest: finestLevel, language: textLanguage(language) };
  return (
    <div class="container">
      <Answered asked={useAnswer(City, variables)} height={height}>
        {(data) => {
          const figures = cityFigures(data);
          return figures && <CityPanel figures={figures} choice={choice} variables={variables} />;
        }}
      </Answered>
    </div>
  );
}

export const city: View = {
  name: "city",
  title: { en: cityTexts.en.title, it: cityTexts.it.title },
  Content: CityView,
};
