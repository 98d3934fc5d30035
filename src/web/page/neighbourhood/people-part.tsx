/** @jsxImportSource preact */
import { useLocation, useTexts } from "../address/location";
import { Figure } from "../api/operations/figure";
import type { NeighbourhoodQuery } from "../api/operations/neighbourhood";
import { DataTable } from "../kit/data-table";
import { formatDate, formatValue } from "../kit/format";
import { WhereFrom } from "../kit/where-from";
import { textLanguage, Words } from "../kit/words";
import { sourcesOf } from "./data";
import type { PartProps } from "./part";
import { neighbourhoodTexts } from "./texts";

type Cell = NonNullable<
  NonNullable<NonNullable<NeighbourhoodQuery["compared"]>["nodes"][number]["profile"]>["cells"]
>[number];

/** People and households, beside the city and the compared areas. */
export function PeoplePart({ data, choice }: PartProps) {
  const texts = useTexts(neighbourhoodTexts);
  const { language } = useLocation();
  const profiles = (data.compared?.nodes ?? []).toSorted(
    (a, b) => Number(b.code === choice.area) - Number(a.code === choice.area),
  );
  const own = profiles[0]?.profile?.cells ?? [];
  const inArea = (cells: readonly Cell[] | undefined, code: string | undefined) =>
    cells?.find(({ observation }) => observation.indicator?.code === code);
  const show = (cell: Cell | undefined, value: number | null | undefined) =>
    value == null || !cell?.observation.indicator
      ? "–"
      : formatValue(
          value,
          { decimals: cell.observation.indicator.decimals, symbol: cell.observation.indicator.unit.symbol },
          language,
        );
  return (
    <section>
      <h2 class="h4">{texts.people}</h2>
      <DataTable
        caption={texts.people}
        rows={own}
        keyOf={({ observation }) => observation.indicator?.code ?? ""}
        columns={[
          {
            title: texts.indicator,
            cell: (cell) => (
              <>
                {cell.observation.indicator && <Words text={cell.observation.indicator.name.text} />}
                {cell.observation.indicator && (
                  <WhereFrom
                    of={cell.observation.indicator.name.text.value}
                    sources={sourcesOf(data, [cell.observation])}
                    query={Figure}
                    variables={{
                      area: choice.area,
                      indicator: cell.observation.indicator.code,
                      period: cell.observation.period,
                      language: textLanguage(language),
                    }}
                  />
                )}
              </>
            ),
          },
          { title: texts.period, cell: ({ observation }) => formatDate(observation.period, language) },
          ...profiles.map(({ code, name, profile }) => ({
            title: name,
            isNumber: true,
            cell: (row: Cell) => {
              const cell = inArea(profile?.cells, row.observation.indicator?.code);
              return (
                <span data-area={code} data-indicator={row.observation.indicator?.code}>
                  {show(cell, cell?.observation.value)}
                </span>
              );
            },
          })),
          { title: data.area.city?.name ?? "", isNumber: true, cell: (cell) => show(cell, cell.city?.value) },
          {
            title: texts.rank,
            isNumber: true,
            cell: ({ rank, ranked }) => (rank === null ? "–" : texts.rankOf(rank, ranked)),
          },
        ]}
      />
      <p class="hint">{texts.rankNote}</p>
    </section>
  );
}
