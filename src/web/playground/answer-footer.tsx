import { pick, useGraphiQL } from "@graphiql/react";
import { useMemo, useState } from "react";
import { type Table, toCsv } from "../kit/csv";
import { AnswerTable } from "./answer-table";
import { tablesOf } from "./answer-tables";
import { costOfAnswer } from "./cost-of-answer";
import { useTexts } from "./language";

/** Below the answer: what it cost, and its lists as table and CSV. */
export function AnswerFooter() {
  const { activeTabIndex, tabs } = useGraphiQL(pick("activeTabIndex", "tabs"));
  const response = tabs[activeTabIndex]?.response;
  const tables = useMemo(() => tablesOf(response), [response]);
  const cost = useMemo(() => costOfAnswer(response), [response]);
  const [isTable, setIsTable] = useState(false);
  const [path, setPath] = useState("");
  const { language, ...words } = useTexts();
  const table = tables.find((candidate) => candidate.path === path) ?? tables[0];
  const count = new Intl.NumberFormat(language, { useGrouping: "always" });
  const share = new Intl.NumberFormat(language, { style: "percent", maximumSignificantDigits: 2 });

  return (
    <div className="answer-footer" lang={language}>
      {isTable && table !== undefined ? <AnswerTable table={table} /> : null}
      <div className="answer-bar">
        <p role="status">
          {cost === null
            ? ""
            : words.cost(
                count.format(cost.estimated),
                count.format(cost.limit),
                share.format(cost.estimated / cost.limit),
              )}
        </p>
        {table === undefined ? null : (
          <>
            {tables.length > 1 ? (
              <select
                aria-label={words.tables}
                value={table.path}
                onChange={(event) => setPath(event.target.value)}
              >
                {tables.map((each) => (
                  <option key={each.path}>{each.path}</option>
                ))}
              </select>
            ) : null}
            <button type="button" aria-pressed={isTable} onClick={() => setIsTable(!isTable)}>
              {words.table}
            </button>
            <CopyCsv key={response} table={table} />
            <button type="button" onClick={() => download(table)}>
              {words.download}
            </button>
          </>
        )}
      </div>
    </div>
  );
}

function CopyCsv({ table }: { readonly table: Table }) {
  const { copy, copied, notCopied } = useTexts();
  const [outcome, setOutcome] = useState("");
  const onClick = async () => {
    // Absent on pages without TLS, except on this machine.
    const done = await navigator.clipboard?.writeText(toCsv(table)).then(
      () => true,
      () => false,
    );
    setOutcome(done ? copied : notCopied);
  };
  return (
    <>
      <span role="status">{outcome}</span>
      <button type="button" onClick={() => void onClick()}>
        {copy}
      </button>
    </>
  );
}

function download(table: Table): void {
  // With the mark of UTF-8, without which Excel shows accents as two signs.
  const url = URL.createObjectURL(new Blob(["\ufeff", toCsv(table)], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `${table.path.replaceAll(".", "-")}.csv`;
  link.click();
  URL.revokeObjectURL(url);
}
