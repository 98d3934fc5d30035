/** @jsxImportSource preact */
import settings from "../../../../data/page/settings.json";
import { useLocation } from "../address/location";
import { City } from "../api/operations/city";
import { useAnswer } from "../api/use-answer";
import { Answered } from "../kit/answered";
import { textLanguage } from "../kit/words";
import type { View } from "../view";
import { readChoice } from "./choice";
import { CityFigures } from "./city-figures";
import { cityTexts } from "./texts";

/** An indicator in all areas of the city: map, ranks, distribution and table. */
function CityView() {
  const { address, language } = useLocation();
  const choice = readChoice(address.values, settings.city);
  const asked = useAnswer(City, { ...choice, language: textLanguage(language) });
  return (
    <div class="container">
      <Answered asked={asked} height={70}>
        {(data) => <CityFigures data={data} choice={choice} />}
      </Answered>
    </div>
  );
}

export const city: View = {
  name: "city",
  title: { en: cityTexts.en.title, it: cityTexts.it.title },
  Content: CityView,
};
