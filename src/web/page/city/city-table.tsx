/** @jsxImportSource preact */
import type { Cell } from "../../kit/csv";
import { useTexts } from "../address/location";
import { DataTable } from "../kit/data-table";
import { labelOf } from "../kit/labels";
import { byValue, type CityFigures } from "./figures";
import { cityTexts } from "./texts";

/** All areas with what the map shows of them. */
export function CityTable({
  figures,
  format,
}: {
  readonly figures: CityFigures;
  readonly format: (value: number) => string;
}) {
  const texts = useTexts(cityTexts);
  const { areas, enumerations } = figures;
  return (
    <details class="as-table">
      <summary>{texts.table}</summary>
      <DataTable
        caption={`${figures.indicator.name.text.value}, ${figures.period}`}
        rows={byValue(areas)}
        keyOf={({ code }) => code}
        columns={[
          { title: texts.area, cell: ({ name }) => name },
          { title: texts.value, isNumber: true, cell: ({ value }) => (value === null ? "–" : format(value)) },
          { title: texts.rankColumn, isNumber: true, cell: ({ rank }) => rank ?? "–" },
          {
            title: texts.status,
            cell: ({ status, exclusion, isComputed }) =>
              [
                ...(isComputed ? [texts.computed] : []),
                labelOf(enumerations, "ObservationStatus", status),
                ...(exclusion === null ? [] : [labelOf(enumerations, "RankExclusion", exclusion)]),
              ].join("; "),
          },
          { title: texts.sources, cell: ({ sources }) => sources.map(({ title }) => title).join("; ") },
        ]}
      />
    </details>
  );
}

/** The same for a file, with the licence of each source. */
export const tableOf = (
  { indicator, period, areas }: CityFigures,
  texts: (typeof cityTexts)["en"],
): { readonly columns: readonly string[]; readonly rows: readonly (readonly Cell[])[] } => ({
  columns: [
    ...[texts.code, texts.area, texts.indicator, texts.period, texts.value, texts.unit],
    ...[texts.rankColumn, texts.status, texts.sources],
  ],
  rows: byValue(areas).map(({ code, name, value, rank, status, isComputed, sources }) => [
    ...[code, name, indicator.code, period, value, indicator.unit.symbol ?? indicator.unit.name.text.value],
    ...[rank, isComputed ? `${status}, ${texts.computed}` : status],
    sources.map(({ title, licence }) => `${title} (${licence ?? "?"})`).join("; "),
  ]),
});
