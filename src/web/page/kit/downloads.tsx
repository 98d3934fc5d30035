/** @jsxImportSource preact */
import type { RefObject } from "preact";
import { type Cell, toCsv } from "../../kit/csv";
import { useTexts } from "../address/location";
import { pngOf, saveFile, svgText } from "./download";
import { kitTexts } from "./texts";

interface DownloadsProps {
  /** Without an ending. */
  readonly name: string;
  readonly table: () => { readonly columns: readonly string[]; readonly rows: readonly (readonly Cell[])[] };
  /** The chart, if there is one. */
  readonly chart?: RefObject<SVGSVGElement>;
}

/** A table as CSV, and its chart as SVG and PNG. */
export function Downloads({ name, table, chart }: DownloadsProps) {
  const texts = useTexts(kitTexts);
  const csv = () => saveFile(`${name}.csv`, new Blob([toCsv(table())], { type: "text/csv;charset=utf-8" }));
  const svg = (of: SVGSVGElement) =>
    saveFile(`${name}.svg`, new Blob([svgText(of)], { type: "image/svg+xml" }));
  const png = async (of: SVGSVGElement) => saveFile(`${name}.png`, await pngOf(of));
  return (
    <div class="downloads">
      <DownloadButton label={texts.downloadCsv} onClick={csv} />
      {chart && (
        <>
          <DownloadButton label={texts.downloadSvg} onClick={() => chart.current && svg(chart.current)} />
          <DownloadButton
            label={texts.downloadPng}
            onClick={() => chart.current && void png(chart.current)}
          />
        </>
      )}
    </div>
  );
}

const DownloadButton = ({ label, onClick }: { readonly label: string; readonly onClick: () => void }) => (
  <button type="button" class="btn btn-outline-primary btn-xs" onClick={onClick}>
    {label}
  </button>
);
