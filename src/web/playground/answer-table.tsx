import type { Table } from "../kit/csv";
import { useTexts } from "./language";

/** More rows would make the page slow; the CSV has all. */
const mostRows = 500;

/** A list of the answer, with the values as the hub gave them. */
export function AnswerTable({ table: { columns, leftOut, path, rows } }: { readonly table: Table }) {
  const { language, ...words } = useTexts();
  const count = new Intl.NumberFormat(language, { useGrouping: "always" });
  const shown = rows.slice(0, mostRows);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must reach what scrolls.
    <section className="answer-table" aria-label={words.table} tabIndex={0}>
      <table>
        <caption>
          <code>{path}</code> · {words.rows(count.format(shown.length), count.format(rows.length))}
          {leftOut.length === 0 ? null : ` · ${words.leftOut(leftOut.join(", "))}`}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, index) => (
            // The rows of an answer have no names and keep their order.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above.
            <tr key={index}>
              {columns.map((column, place) => (
                <td key={column} className={typeof row[place] === "number" ? "number" : undefined}>
                  {row[place] === null ? "" : String(row[place])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
