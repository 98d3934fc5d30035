/** @jsxImportSource preact */
import settings from "../../../../data/page/settings.json";
import { useLocation, useTexts } from "../address/location";
import { Coverage } from "../api/operations/coverage";
import type { AreaLevel } from "../api/operations/neighbourhood";
import { Choice } from "../kit/choice";
import { formatNumber } from "../kit/format";
import { WhereFrom } from "../kit/where-from";
import { Words } from "../kit/words";
import { sourcesOf } from "./data";
import type { PartProps } from "./part";
import { neighbourhoodTexts } from "./texts";

/** How many people have a centre within reach on foot, at the pace that somebody chooses. */
export function CoveragePart({ data, choice }: PartProps) {
  const texts = useTexts(neighbourhoodTexts);
  const { language } = useLocation();
  const { access } = data;
  const area = access?.areas[0];
  if (!access || !area) return null;
  const { result, reason, observation } = area;
  const number = (value: number, decimals = 0) => formatNumber(value, language, decimals);
  return (
    <section>
      <h2 class="h4">{texts.coverage}</h2>
      <Choice
        label={texts.speed}
        name="speed"
        value={String(choice.speed)}
        options={settings.neighbourhood.speeds.map((speed) => ({
          value: String(speed),
          label: texts.speeds(number(speed, 1)),
        }))}
      />
      {result === null && <p>{reason && <Words text={reason.text} />}</p>}
      {result !== null && (
        <p class="coverage-text">
          <strong>
            {texts.coverageText(
              `${number(100 * result.figures.coveredShare, 1)}\u00a0%`,
              number(result.people),
              access.population.name.text.value,
              access.minutes,
            )}
          </strong>{" "}
          {texts.gap(number(result.figures.gapPeople))}{" "}
          {result.figures.nearestMinutes !== null && texts.nearest(number(result.figures.nearestMinutes))}
        </p>
      )}
      <p class="hint">{texts.counted(access.centres, access.centresOfUnknownStatus, access.radiusMetres)}</p>
      <WhereFrom
        of={texts.coverage}
        sources={sourcesOf(data, observation === null ? [] : [observation])}
        query={Coverage}
        variables={{
          area: choice.area,
          level: settings.neighbourhood.level as AreaLevel,
          population: settings.neighbourhood.population,
          populationPeriod: settings.neighbourhood.populationPeriod,
          speed: choice.speed,
        }}
      >
        <p>
          <strong>{texts.caveat}:</strong> <Words text={access.note.text} />
        </p>
      </WhereFrom>
    </section>
  );
}
