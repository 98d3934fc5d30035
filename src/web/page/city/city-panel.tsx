/** @jsxImportSource preact */
import { useRef, useState } from "preact/hooks";
import { goTo, isEmbedded, useLocation, useTexts } from "../address/location";
import { City, type CityQueryVariables } from "../api/operations/city";
import { AreaMap } from "../charts/area-map";
import { DistributionChart } from "../charts/distribution";
import { MarkedList } from "../charts/marked-list";
import { Downloads } from "../kit/downloads";
import { formatValue } from "../kit/format";
import { finestLevel } from "../kit/map-levels";
import { MyPosition } from "../kit/my-position";
import { WhereFrom } from "../kit/where-from";
import { Words } from "../kit/words";
import { AreaReadout } from "./area-readout";
import type { CityChoice } from "./choice";
import { CityChoices } from "./city-choices";
import { CityTable, tableOf } from "./city-table";
import { Embed } from "./embed";
import { byValue, type CityFigures } from "./figures";
import { Legend } from "./legend";
import { cityTexts } from "./texts";

interface CityPanelProps {
  readonly figures: CityFigures;
  readonly choice: CityChoice;
  readonly variables: CityQueryVariables;
}

export function CityPanel({ figures, choice, variables }: CityPanelProps) {
  const texts = useTexts(cityTexts);
  const { address, language, withValues } = useLocation();
  const [pointed, setPointed] = useState<string | null>(null);
  const chart = useRef<SVGSVGElement>(null);
  const { indicator, areas, period, city, distribution } = figures;
  const active = pointed ?? address.values.area ?? null;
  const choose = (code: string) => goTo(withValues({ area: code }));
  const unit = { decimals: indicator.decimals, symbol: indicator.unit.symbol };
  const format = (value: number) => formatValue(value, unit, language);
  const label = texts.mapOf(indicator.name.text.value, period);
  const shapes = areas.some(({ geometry }) => geometry !== null);
  return (
    <>
      <h1 class="h2">
        <Words text={indicator.name.text} />
      </h1>
      <p>
        <Words text={indicator.definition.text} />
      </p>
      {!isEmbedded() && (
        <>
          <CityChoices figures={figures} choice={choice} />
          <MyPosition
            hint={texts.positionHint}
            onFound={({ area }) => goTo(withValues({ area, level: finestLevel }))}
          />
        </>
      )}
      {areas.some(({ isComputed }) => isComputed) && <p class="computed-note">{texts.computedNote}</p>}
      <div class="city-grid">
        <div>
          {shapes ? (
            <AreaMap
              label={label}
              areas={areas}
              active={active}
              onActive={setPointed}
              onChoose={choose}
              chartRef={chart}
            />
          ) : (
            <p>{texts.noShapes}</p>
          )}
          <Legend figures={figures} format={format} />
        </div>
        <div>
          <AreaReadout figures={figures} active={active} level={choice.level} format={format} />
          <h2 class="h5">{texts.ranks}</h2>
          <p class="hint">{texts.ranksHint}</p>
          <MarkedList
            label={texts.ranks}
            items={byValue(areas).map(({ code, name, value, rank }) => ({
              code,
              content: (
                <>
                  <span class="rank">{rank ?? "–"}</span>
                  <span class="area-name">{name}</span>
                  <span class="is-number">{value === null ? "–" : format(value)}</span>
                </>
              ),
            }))}
            active={active}
            onActive={setPointed}
            onChoose={choose}
          />
        </div>
      </div>
      <WhereFrom
        of={`${indicator.name.text.value}, ${period}`}
        sources={areas.flatMap(({ sources }) => sources)}
        query={City}
        variables={variables}
      />
      {isEmbedded() ? (
        <p>
          <a href={`./${location.search}`} target="_blank" rel="noreferrer">
            {texts.fullPage}
          </a>
        </p>
      ) : (
        <>
          {distribution && (
            <section>
              <h2 class="h4">{texts.distribution}</h2>
              <p>
                {texts.distributionText(
                  format(distribution.min),
                  format(distribution.firstQuartile),
                  format(distribution.median),
                  format(distribution.thirdQuartile),
                  format(distribution.max),
                )}{" "}
                {city?.value != null && texts.cityMark}
              </p>
              <DistributionChart
                label={texts.distribution}
                values={areas.flatMap(({ code, value, rank }) =>
                  value === null || rank === null ? [] : [{ code, value }],
                )}
                quartiles={{
                  first: distribution.firstQuartile,
                  median: distribution.median,
                  third: distribution.thirdQuartile,
                }}
                city={city?.value ?? null}
                active={active}
                format={format}
              />
            </section>
          )}
          <Downloads
            name={`${indicator.code}-${choice.level.toLowerCase()}-${period}`}
            table={() => tableOf(figures, texts)}
            {...(shapes && { chart })}
          />
          <CityTable figures={figures} format={format} />
          <Embed title={`${indicator.name.text.value}, ${period}`} />
        </>
      )}
    </>
  );
}
