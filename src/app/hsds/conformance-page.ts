import { html } from "hono/html";
import { page } from "../page";
import type { Check } from "./conformance";

/** The checks as a page. */
export const conformancePage = (checks: readonly Check[], dataVersion: number): string =>
  page({
    language: "en",
    title: "Conformance with HSDS 3.0",
    skip: "Skip to the checks",
    body: html`<main id="content">
<h1>Conformance with HSDS 3.0</h1>
<p>${checks.filter(({ result }) => result === "PASS").length} of ${checks.length} checks pass, on version ${dataVersion} of the data. The hub makes them of itself, on a sample of each list; they are those of the validator of Open Referral UK in other words. The API: <a href="hsds/docs">hsds/docs</a>.</p>
<table>
<thead><tr><th scope="col">Check</th><th scope="col">Result</th><th scope="col">Detail</th></tr></thead>
<tbody>
${checks.map(({ name, result, detail }) => html`<tr><td>${name}</td><td>${result}</td><td>${detail}</td></tr>\n`)}
</tbody>
</table>
</main>`,
  });
