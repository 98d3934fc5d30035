/** @jsxImportSource preact */
import { useLocation, useTexts } from "../address/location";
import { Choice } from "../kit/choice";
import { formatDate } from "../kit/format";
import { labelOf } from "../kit/labels";
import { finestLevel, mapLevels } from "../kit/map-levels";
import type { CityChoice } from "./choice";
import type { CityFigures } from "./figures";
import { cityTexts } from "./texts";

/** Indicator, areas and period by name. */
export function CityChoices({
  figures,
  choice,
}: {
  readonly figures: CityFigures;
  readonly choice: CityChoice;
}) {
  const texts = useTexts(cityTexts);
  const { language } = useLocation();
  const { indicator, indicators, enumerations, period } = figures;
  const collator = new Intl.Collator(language);
  // What is computed has the periods of the areas from which it is.
  const levels = (indicator.levels ?? []).filter(
    ({ level }) => level === choice.level || level === finestLevel,
  );
  const periods = [...new Set(levels.flatMap((level) => level.periods))].sort();
  const offered = indicators.filter(
    ({ code, aggregation }) =>
      choice.level === finestLevel || aggregation !== "NONE" || code === indicator.code,
  );
  return (
    <div class="choices">
      <Choice
        label={texts.indicator}
        name="indicator"
        value={indicator.code}
        resets={["period"]}
        options={offered
          .map(({ code, name }) => ({ value: code, label: name.text.value }))
          .toSorted((a, b) => collator.compare(a.label, b.label))}
      />
      <Choice
        label={texts.level}
        name="level"
        value={choice.level}
        resets={["area", "period"]}
        options={mapLevels.map((value) => ({ value, label: labelOf(enumerations, "AreaLevel", value) }))}
      />
      <Choice
        label={texts.period}
        name="period"
        value={period}
        options={periods.toReversed().map((value) => ({ value, label: formatDate(value, language) }))}
      />
    </div>
  );
}
