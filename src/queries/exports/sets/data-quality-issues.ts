import type { DataQualityIssue } from "../../../domain/quality/data-quality-issue";
import { qualityRuleNames, severities } from "../../../domain/quality/quality-rule";
import { findDataQualityIssues } from "../../quality/find-data-quality-issues";
import { columnsOf } from "../column";
import { recordSet } from "../export-set";
import { anyText, oneOf, trueOrFalse } from "../filter";

const { text, integer, instant, localized } = columnsOf<DataQualityIssue>();

export const dataQualityIssues = recordSet({
  name: "data-quality-issues",
  record: "dataQualityIssue",
  title: { it: "Problemi di qualità dei dati", en: "Data quality issues" },
  description: {
    it: "Problemi trovati nei file delle fonti, aperti e risolti.",
    en: "Problems found in the files of the sources, open and resolved.",
  },
  primaryKey: ["code"],
  columns: [
    text("code", "Codice.", "Code.", ({ code }) => code),
    text("rule", "Regola violata.", "Rule that is broken.", ({ rule }) => rule),
    text("severity", "Gravità.", "Severity.", ({ severity }) => severity),
    text("recordType", "Tipo di dato.", "Type of the record.", ({ entity }) => entity?.type),
    text("record", "Codice del dato.", "Code of the record.", ({ entity }) => entity?.code),
    text("organization", "Chi pubblica il file.", "Publisher of the file.", (i) => i.organizationCode),
    text("source", "Codice della fonte.", "Code of the source.", ({ sourceCode }) => sourceCode),
    integer("line", "Riga del file.", "Line of the file.", ({ line }) => line),
    text("column", "Colonna del file.", "Column of the file.", ({ column }) => column),
    text("value", "Testo della cella.", "Text of the cell.", ({ value }) => value),
    ...localized("message", "Problema", "Problem", ({ message }) => message),
    instant("firstSeen", "Quando è stato trovato.", "When it was found.", ({ firstSeen }) => firstSeen),
    instant(
      "resolvedAt",
      "Quando è stato risolto; vuoto se aperto.",
      "When it was resolved; empty while it is open.",
      (i) => i.resolvedAt,
    ),
  ],
  sourcesOf: ({ sourceCode }) => [sourceCode],
  find: {
    filters: {
      rule: oneOf(qualityRuleNames),
      severity: oneOf(severities),
      source: anyText,
      organization: anyText,
      resolved: trueOrFalse,
    },
    page: findDataQualityIssues,
  },
});
