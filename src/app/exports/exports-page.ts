import { html } from "hono/html";
import type { TextLanguage } from "../../domain/kit/localized-text";
import { page } from "../page";
import type { ExportedSet, ExportManifest } from "./export-manifest";

const texts = {
  it: {
    title: "Dati da scaricare",
    intro:
      "Ogni insieme di dati dell'hub come file completo, con licenze, attribuzioni e dizionario dei dati. Gli stessi file sono elencati per i programmi in",
    other: ["?lang=en", "In English"],
    version: "Versione dei dati",
    of: "pubblicata",
    fixed: "Gli indirizzi di questa versione, che non cambia",
    rows: "righe",
    file: "File",
    use: "Adatto a",
    size: "Dimensione",
    dictionary: "Dizionario dei dati",
    column: "Colonna",
    type: "Tipo",
    meaning: "Significato",
    sources: "Fonti, licenze e attribuzioni",
    unknown: "licenza non dichiarata",
    key: "Chiave",
  },
  en: {
    title: "Data to take away",
    intro:
      "Every set of data of the hub as a whole file, with licences, attributions and data dictionary. Programs find the same list in",
    other: ["?lang=it", "In italiano"],
    version: "Data version",
    of: "published",
    fixed: "The addresses of this version, which never changes",
    rows: "rows",
    file: "File",
    use: "Good for",
    size: "Size",
    dictionary: "Data dictionary",
    column: "Column",
    type: "Type",
    meaning: "Meaning",
    sources: "Sources, licences and attributions",
    unknown: "no licence stated",
    key: "Key",
  },
} as const;

/** All files of a version as one page. */
export function exportsPage(manifest: ExportManifest, language: TextLanguage): string {
  const t = texts[language];
  return page({
    language,
    title: `Vicinato: ${t.title}`,
    skip: t.title,
    body: html`<header>
<h1>${t.title}</h1>
<p>${t.intro} <a href="index.json">index.json</a>, <a href="datapackage.json">datapackage.json</a>. <a href="${t.other[0]}">${t.other[1]}</a></p>
<p>${t.version} ${manifest.dataVersion}, ${t.of} ${manifest.publishedAt}. <a href="versions/${manifest.id}/index.json">${t.fixed}</a>.</p>
</header>
<main id="content">
${manifest.sets.map((set) => section(set, language))}
</main>`,
  });
}

function section(
  { name, title, description, rows, columns, primaryKey, sources, files }: ExportedSet,
  language: TextLanguage,
) {
  const t = texts[language];
  return html`<h2 id="${name}">${title[language]}</h2>
<p>${description[language]} ${rows.toLocaleString(language)} ${t.rows}.</p>
<table><thead><tr><th scope="col">${t.file}</th><th scope="col">${t.use}</th><th scope="col">${t.size}</th><th scope="col">SHA-256</th></tr></thead><tbody>
${files.map(
  (
    file,
  ) => html`<tr><td><a href="${file.name}">${file.name}</a></td><td>${file.use?.[language]}</td><td>${sizeOf(file.bytes, language)}</td><td><code>${file.sha256.slice(0, 16)}…</code></td></tr>
`,
)}</tbody></table>
<details><summary>${t.dictionary}</summary>
<p>${t.key}: ${primaryKey.map((column) => html`<code>${column}</code> `)}</p>
<table><thead><tr><th scope="col">${t.column}</th><th scope="col">${t.type}</th><th scope="col">${t.meaning}</th></tr></thead><tbody>
${columns.map(
  (
    column,
  ) => html`<tr><td><code>${column.name}</code></td><td>${column.type}</td><td>${column.description[language]}</td></tr>
`,
)}</tbody></table></details>
<details><summary>${t.sources}</summary><ul>
${sources.map(
  (
    source,
  ) => html`<li>${source.landingPage?.startsWith("http") ? html`<a href="${source.landingPage}">${source.title}</a>` : source.title}, ${source.publisher}; ${source.licence ?? t.unknown}. ${source.rights[language] ?? source.rights.it ?? source.rights.en}</li>
`,
)}</ul></details>
`;
}

function sizeOf(bytes: number, language: TextLanguage): string {
  const [value, unit] =
    bytes < 1_000 ? [bytes, "byte"] : bytes < 1e6 ? [bytes / 1e3, "kilobyte"] : [bytes / 1e6, "megabyte"];
  return value.toLocaleString(language, { style: "unit", unit, maximumSignificantDigits: 3 });
}
