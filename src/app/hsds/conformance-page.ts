import { html, raw } from "hono/html";
import { style } from "../reference/style";
import type { Check } from "./conformance";

/** The checks as a page to read: no script, no other file. */
export const conformancePage = (checks: readonly Check[], dataVersion: number): string =>
  String(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Conformance with HSDS 3.0</title>
<style>${raw(style)}</style>
</head>
<body>
<main>
<h1>Conformance with HSDS 3.0</h1>
<p>${checks.filter(({ result }) => result === "PASS").length} of ${checks.length} checks pass, on version ${dataVersion} of the
data. The hub makes them of itself, on a sample of each list; they are those of the validator of Open Referral UK in other
words. The API: <a href="hsds/docs">hsds/docs</a>.</p>
<table>
<thead><tr><th scope="col">Check</th><th scope="col">Result</th><th scope="col">Detail</th></tr></thead>
<tbody>
${checks.map(({ name, result, detail }) => html`<tr><td>${name}</td><td>${result}</td><td>${detail}</td></tr>\n`)}
</tbody>
</table>
</main>
</body>
</html>
`);
