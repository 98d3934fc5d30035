/** @jsxImportSource preact */
import { useLocation, useTexts } from "../address/location";
import type { AreaLevel } from "../api/operations/city";
import { formatDate } from "../kit/format";
import { labelOf } from "../kit/labels";
import { finestLevel } from "../kit/map-levels";
import { Words } from "../kit/words";
import type { CityFigures } from "./figures";
import { cityTexts } from "./texts";

interface AreaReadoutProps {
  readonly figures: CityFigures;
  readonly active: string | null;
  readonly level: AreaLevel;
  readonly format: (value: number) => string;
}

/** Value, rank, source and date of the area that is pointed at; of the city where there is none. */
export function AreaReadout({ figures, active, level, format }: AreaReadoutProps) {
  const texts = useTexts(cityTexts);
  const { language, link } = useLocation();
  const { areas, city, period, ranked, enumerations } = figures;
  const area = areas.find(({ code }) => code === active);
  return (
    <div class="readout" role="status">
      {area === undefined ? (
        <>
          <p class="readout-name">{city === null ? texts.pointAt : texts.wholeCity(city.name)}</p>
          {city !== null && <p class="readout-value">{city.value === null ? "–" : format(city.value)}</p>}
          <p>{formatDate(period, language)}</p>
        </>
      ) : (
        <>
          <p class="readout-name">{area.name}</p>
          <p class="readout-value">
            {area.value === null
              ? labelOf(enumerations, "ObservationStatus", area.status)
              : format(area.value)}
          </p>
          <p>
            {area.rank !== null && `${texts.rank(area.rank, ranked)} · `}
            {area.exclusion !== null && `${labelOf(enumerations, "RankExclusion", area.exclusion)} · `}
            {formatDate(period, language)}
          </p>
          {area.isComputed && <p>{texts.computed}</p>}
          {area.note && (
            <p>
              <Words text={area.note} />
            </p>
          )}
          <p>{area.sources.map(({ title, publisher }) => `${publisher}: ${title}`).join("; ")}</p>
          {level === finestLevel && (
            <p>
              <a href={link("neighbourhood", { area: area.code })}>{texts.openArea}</a>
            </p>
          )}
        </>
      )}
    </div>
  );
}
