import { createHash } from "node:crypto";
import { html, raw } from "hono/html";
import type { TextLanguage } from "../domain/kit/localized-text";

type Html = ReturnType<typeof html>;

/** Inside each page. Colours are those of the system, light or dark. */
const style = `
:root { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem; overflow-wrap: anywhere; }
code { font: 0.95em ui-monospace, monospace; }
.skip { position: absolute; left: -100rem; }
.skip:focus { position: static; }
nav ul { columns: 13rem; list-style: none; margin: 0 0 1rem; padding: 0; }
summary { font-weight: bold; }
h2 { border-bottom: 1px solid; margin-top: 3rem; }
h3 { font: bold 1.2rem ui-monospace, monospace; margin: 2.5rem 0 0.5rem; }
h3 a { color: inherit; text-decoration: none; }
p { margin: 0.25rem 0; white-space: pre-line; }
dt { margin-top: 0.75rem; }
dd { margin-left: 1.5rem; }
dd ul { margin: 0.25rem 0; padding-left: 1.25rem; }
:target { background: Mark; color: MarkText; }
.deprecated { font-style: italic; }
table { border-collapse: collapse; margin: 0.5rem 0; }
th, td { border-bottom: 1px solid; padding: 0.25rem 0.75rem 0.25rem 0; text-align: left; vertical-align: top; }
`;

/** A page loads nothing, runs nothing and has only its own style, whatever text the data contains. */
export const pagePolicy = [
  "default-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  `style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'`,
].join("; ");

interface Page {
  readonly language: TextLanguage;
  readonly title: string;
  /** Label of the link that leads keyboards to `#content`. */
  readonly skip: string;
  readonly body: Html;
}

/** A page of HTML: no script, no other file, so that it works offline and the browser's search finds all. */
export const page = ({ language, title, skip, body }: Page): string =>
  String(html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${raw(style)}</style>
</head>
<body>
<a class="skip" href="#content">${skip}</a>
${body}
</body>
</html>
`);
