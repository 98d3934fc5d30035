import { html, raw } from "hono/html";
import type { TextLanguage } from "../domain/kit/localized-text";
import { pageStyle, webPolicies } from "./web-policies";

type Html = ReturnType<typeof html>;

/** A page loads nothing, runs nothing and has only its own style, whatever text the data contains. */
export const pagePolicy = webPolicies.document;

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
<style>${raw(pageStyle)}</style>
</head>
<body>
<a class="skip" href="#content">${skip}</a>
${body}
</body>
</html>
`);
