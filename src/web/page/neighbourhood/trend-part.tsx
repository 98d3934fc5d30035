/** @jsxImportSource preact */
import { useRef } from "preact/hooks";
import settings from "../../../../data/page/settings.json";
import { useLocation, useTexts } from "../address/location";
import { Trend } from "../api/operations/trend";
import { TrendChart, TrendLegend, type TrendLine } from "../charts/trend-chart";
import { Choice } from "../kit/choice";
import { DataTable } from "../kit/data-table";
import { Downloads } from "../kit/downloads";
import { formatValue } from "../kit/format";
import { WhereFrom } from "../kit/where-from";
import { sourcesOf } from "./data";
import type { PartProps } from "./part";
import { neighbourhoodTexts } from "./texts";

/** `2024-07` → 2024.5 */
const yearsOf = (period: string): number => {
  const [year = "", month = "1"] = period.split("-");
  return Number(year) + (Number(month) - 1) / 12;
};

/** An indicator over the years, beside city and peers. */
export function TrendPart({ data, choice }: PartProps) {
  const texts = useTexts(neighbourhoodTexts);
  const { language } = useLocation();
  const chart = useRef<SVGSVGElement>(null);
  const { indicator } = data;
  const trends = settings.neighbourhood.people.flatMap(
    (code) =>
      data.compared?.nodes[0]?.profile?.cells.find(({ observation }) => observation.indicator?.code === code)
        ?.observation.indicator ?? [],
  );
  if (indicator === null || indicator.series === null) return null;
  const { cells } = indicator.series;
  const format = (value: number) =>
    formatValue(value, { decimals: indicator.decimals, symbol: indicator.unit.symbol }, language);
  const of = (code: string) => cells.filter(({ observation }) => observation.area?.code === code);
  const own = of(choice.area);
  const lineOf = (
    name: string,
    points: typeof own,
    read: (cell: (typeof own)[number]) => number | null | undefined,
  ): TrendLine => ({
    name,
    points: points.map((cell) => ({
      at: yearsOf(cell.observation.period),
      value: read(cell) ?? null,
      isBreak: cell.isBreak,
    })),
  });
  // A count of one area and of its city have no common scale.
  const isRatio = indicator.unit.symbol !== null;
  const peers = own.find((cell) => cell.peers?.areas)?.peers?.areas ?? [];
  const lines = [
    lineOf(data.area.name, own, ({ observation }) => observation.value),
    ...(isRatio ? [lineOf(data.area.city?.name ?? "", own, ({ city }) => city?.value)] : []),
    lineOf(texts.peers, own, (cell) => cell.peers?.value),
    ...choice.others.map((code) =>
      lineOf(of(code)[0]?.observation.area?.name ?? code, of(code), ({ observation }) => observation.value),
    ),
  ].filter(({ points }) => points.some(({ value }) => value !== null));
  const known = own.filter(({ observation }) => observation.value !== null);
  const [first, last] = [known[0]?.observation, known.at(-1)?.observation];
  const valueAt = (line: TrendLine, period: string) =>
    line.points.find(({ at }) => at === yearsOf(period))?.value ?? null;
  const periods = own.map(({ observation }) => observation.period);
  return (
    <section>
      <h2 class="h4">{texts.trend}</h2>
      <Choice
        label={texts.trendOf}
        name="trend"
        value={indicator.code}
        options={trends.map(({ code, name }) => ({ value: code, label: name.text.value }))}
      />
      <p class="trend-text">
        {first && last
          ? texts.trendText(
              indicator.name.text.value,
              first.period,
              format(first.value!),
              last.period,
              format(last.value!),
            )
          : texts.nothing}
      </p>
      <TrendChart
        label={`${texts.trend}: ${indicator.name.text.value}`}
        lines={lines}
        format={format}
        chartRef={chart}
      />
      <TrendLegend lines={lines} />
      {peers.length > 0 && <p class="hint">{texts.peersNote(peers.map(({ name }) => name).join(", "))}</p>}
      <details class="as-table">
        <summary>{texts.asTable}</summary>
        <DataTable
          caption={`${texts.trend}: ${indicator.name.text.value}`}
          rows={periods}
          keyOf={(period) => period}
          columns={[
            { title: texts.period, cell: (period) => period },
            ...lines.map((one) => ({
              title: one.name,
              isNumber: true,
              cell: (period: string) => {
                const value = valueAt(one, period);
                return value === null ? "–" : format(value);
              },
            })),
          ]}
        />
      </details>
      <Downloads
        name={`${indicator.code}-${choice.area.replace(":", "-")}`}
        chart={chart}
        table={() => ({
          columns: [texts.period, ...lines.map(({ name }) => name)],
          rows: periods.map((period) => [period, ...lines.map((one) => valueAt(one, period))]),
        })}
      />
      <WhereFrom
        of={`${texts.trend}, ${indicator.name.text.value}`}
        sources={sourcesOf(
          data,
          own.map(({ observation }) => observation),
        )}
        query={Trend}
        variables={{
          indicator: indicator.code,
          areas: [choice.area, ...choice.others],
          since: settings.neighbourhood.since,
        }}
      />
    </section>
  );
}
