/** @jsxImportSource preact */
import settings from "../../../../data/page/settings.json";
import { useLocation, useTexts } from "../address/location";
import { IncomeOfArea } from "../api/operations/income-of-area";
import { formatDate, formatValue } from "../kit/format";
import { WhereFrom } from "../kit/where-from";
import { textLanguage, Words } from "../kit/words";
import { sourcesOf } from "./data";
import type { PartProps } from "./part";
import { neighbourhoodTexts } from "./texts";

/** Income of the postal codes that touch the area, which is not that of the area. */
export function IncomePart({ data, choice }: PartProps) {
  const texts = useTexts(neighbourhoodTexts);
  const { language } = useLocation();
  const hints = (data.area.hints ?? []).flatMap(({ area, note }) =>
    area?.observation ? [{ name: area.name, note, observation: area.observation }] : [],
  );
  return (
    <section>
      <h2 class="h4">{texts.income}</h2>
      <p>{hints.length === 0 ? texts.nothing : texts.incomeNote}</p>
      <ul>
        {hints.map(({ name, note, observation: { value, indicator, period } }) => (
          <li key={name}>
            <strong>
              {name}:{" "}
              {value === null || indicator === null
                ? "–"
                : formatValue(
                    value,
                    { decimals: indicator.decimals, symbol: indicator.unit.symbol },
                    language,
                  )}
            </strong>
            {indicator && (
              <>
                {" · "}
                <Words text={indicator.name.text} />, {formatDate(period, language)}
              </>
            )}
            <br />
            <span class="hint">
              <Words text={note.text} />
            </span>
          </li>
        ))}
      </ul>
      <WhereFrom
        of={texts.income}
        sources={sourcesOf(
          data,
          hints.map(({ observation }) => observation),
        )}
        query={IncomeOfArea}
        variables={{
          area: choice.area,
          income: settings.neighbourhood.income,
          language: textLanguage(language),
        }}
      />
    </section>
  );
}
