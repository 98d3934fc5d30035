/** @jsxImportSource preact */
import { useLocation, useTexts } from "../address/location";
import { Budget } from "../api/operations/budget";
import { formatDate } from "../kit/format";
import { WhereFrom } from "../kit/where-from";
import { textLanguage, Words } from "../kit/words";
import type { PartProps } from "./section";
import { strategyTexts } from "./texts";

/** Name, aim, period, people and areas. */
export function Lead({ strategy }: Pick<PartProps, "strategy">) {
  const texts = useTexts(strategyTexts);
  const { language } = useLocation();
  return (
    <>
      <h1>
        <Words text={strategy.name.text} />
      </h1>
      <p class="lead">
        <Words text={strategy.description.text} />
      </p>
      <dl class="strategy-facts">
        <dt>{texts.period}</dt>
        <dd>
          {texts.fromTo(formatDate(strategy.periodFrom, language), formatDate(strategy.periodTo, language))}
        </dd>
        <dt>{texts.programme}</dt>
        <dd>{strategy.programme}</dd>
        <dt>{texts.population}</dt>
        <dd>
          {strategy.targetPopulation === null ? (
            texts.notPublished
          ) : (
            <Words text={strategy.targetPopulation.text} />
          )}
        </dd>
        <dt>{texts.areas}</dt>
        {strategy.targetAreas.map(({ name, area, note }) => (
          <dd key={name}>
            <strong>{name}</strong>
            {area && ` (${texts.officialName(area.name)})`}
            {note && (
              <>
                {": "}
                <Words text={note.text} />
              </>
            )}
          </dd>
        ))}
      </dl>
      <WhereFrom
        of={strategy.name.text.value}
        sources={strategy.sourceRefs}
        query={Budget}
        variables={{ code: strategy.code, language: textLanguage(language) }}
      />
    </>
  );
}
