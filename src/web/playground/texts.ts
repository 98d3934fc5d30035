import type { Group, Mark } from "./examples";

export type Language = "en" | "it";

/** The words of the page. Those of GraphiQL itself are English only. */
export interface Texts {
  readonly title: string;
  readonly otherLanguage: string;
  readonly skip: string;
  readonly schema: string;
  readonly examples: string;
  readonly builder: string;
  readonly search: string;
  readonly noExamples: string;
  readonly found: (amount: number) => string;
  readonly groups: Readonly<Record<Group, string>>;
  readonly marks: Readonly<Record<Mark, string>>;
  readonly table: string;
  readonly tables: string;
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly download: string;
  readonly rows: (shown: string, all: string) => string;
  readonly leftOut: (columns: string) => string;
  readonly cost: (used: string, limit: string, share: string) => string;
  readonly unreachable: (hub: string) => string;
  readonly unavailable: (hub: string, status: number) => string;
  readonly remedy: string;
  readonly retry: string;
}

const en: Texts = {
  title: "Vicinato playground",
  otherLanguage: "Italiano",
  skip: "Skip to the editor",
  schema: "Schema",
  examples: "Examples",
  builder: "Query builder",
  search: "Search the examples",
  noExamples: "This hub came without examples.",
  found: (amount) => (amount === 1 ? "1 example" : `${amount} examples`),
  groups: {
    dashboards: "For dashboards",
    partners: "For developers of partners",
    evaluators: "For evaluators",
    edit: "Edit",
  },
  marks: {
    import: "after the import",
    key: "needs a key",
    noPublicData: "no public data yet",
  },
  table: "Table",
  tables: "List of the answer",
  copy: "Copy CSV",
  copied: "Copied.",
  notCopied: "The browser does not allow it: download the CSV.",
  download: "Download CSV",
  rows: (shown, all) =>
    shown === all ? `Rows: ${all}` : `The first ${shown} of ${all} rows; the CSV has all`,
  leftOut: (columns) => `Lists inside a row are not shown: ${columns}`,
  cost: (used, limit, share) => `Cost: ${used} of ${limit} units (${share})`,
  unreachable: (hub) => `The hub at ${hub} cannot be reached.`,
  unavailable: (hub, status) => `The hub at ${hub} does not answer at the moment (HTTP ${status}).`,
  remedy:
    "Check your connection. If the hub runs on this machine, start it with npm start. Then try again: your text stays here.",
  retry: "Try again",
};

const it: Texts = {
  title: "Vicinato: prova le interrogazioni",
  otherLanguage: "English",
  skip: "Vai all'editor",
  schema: "Schema",
  examples: "Esempi",
  builder: "Composizione guidata",
  search: "Cerca tra gli esempi",
  noExamples: "Questo hub non contiene esempi.",
  found: (amount) => (amount === 1 ? "1 esempio" : `${amount} esempi`),
  groups: {
    dashboards: "Per i cruscotti",
    partners: "Per chi sviluppa per i partner",
    evaluators: "Per chi valuta",
    edit: "Modifica",
  },
  marks: {
    import: "dopo l'importazione",
    key: "richiede una chiave",
    noPublicData: "dati non ancora pubblici",
  },
  table: "Tabella",
  tables: "Elenco della risposta",
  copy: "Copia CSV",
  copied: "Copiato.",
  notCopied: "Il browser non lo consente: scaricare il CSV.",
  download: "Scarica CSV",
  rows: (shown, all) =>
    shown === all ? `Righe: ${all}` : `Prime ${shown} righe di ${all}; il CSV le contiene tutte`,
  leftOut: (columns) => `Gli elenchi dentro una riga non sono mostrati: ${columns}`,
  cost: (used, limit, share) => `Costo: ${used} unità su ${limit} (${share})`,
  unreachable: (hub) => `L'hub ${hub} non è raggiungibile.`,
  unavailable: (hub, status) => `L'hub ${hub} al momento non risponde (HTTP ${status}).`,
  remedy:
    "Verificare la connessione. Se l'hub è su questo computer, avviarlo con npm start. Poi riprovare: il testo scritto resta qui.",
  retry: "Riprova",
};

export const texts: Readonly<Record<Language, Texts>> = { en, it };
