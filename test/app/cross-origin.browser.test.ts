import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { bearing, cityEditor } from "../support/callers";
import { browserTest, hasChromium, launchChromium } from "../support/chromium";
import { startHub } from "../support/hub";
import { type ListeningHub, listening } from "../support/listening-hub";

/** A page of another site, which knows the hub by its address only. */
const site = createServer((_, response) => {
  response.setHeader("content-type", "text/html");
  response.end("<!doctype html><title>Site</title>");
});

let hub: ListeningHub;
let authorization: string;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  if (!hasChromium) return;
  const started = await startHub({ starter: true });
  ({ authorization } = await bearing(started.table, cityEditor));
  hub = await listening(started);
  await new Promise<void>((resolve) => void site.listen(0, "127.0.0.1", resolve));
  browser = await launchChromium();
  page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
});

afterAll(async () => {
  await browser?.close();
  await hub?.close();
  site.close();
});

const query = "{ __typename }";

browserTest("a page of another site asks with any header and reads the request id", async () => {
  const read = await page.evaluate(
    async ([url, body, key]) => {
      const headers = {
        authorization: key!,
        "apollographql-client-name": "page",
        "content-type": "application/json",
        traceparent: "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "x-header-of-a-page": "1",
      };
      const response = await fetch(`${url}/graphql`, { method: "POST", headers, body: body! });
      return [await response.json(), response.headers.get("x-request-id")];
    },
    [hub.url, JSON.stringify({ query }), authorization],
  );
  expect(read).toEqual([
    expect.objectContaining({ data: { __typename: "Query" } }),
    expect.stringMatching(/^[0-9a-f-]{36}$/),
  ]);
});

browserTest("a form of another site that posts JSON as text reaches nothing", async () => {
  const form = await browser.newPage();
  await form.setContent(
    `<form method="post" enctype="text/plain" action="${hub.url}/graphql"><input name='{"query":"{__typename}","a":"' value='"}'><button>Send</button></form>`,
  );
  const answered = form.waitForResponse(`${hub.url}/graphql`);
  await form.getByRole("button").click();
  expect((await answered).status()).toBe(415);
});

browserTest("the address bar shows JSON for a query, and the playground without one", async () => {
  const bar = await browser.newPage();
  await bar.goto(`${hub.url}/graphql?query={area(code:"nil:1"){name}}`);
  expect(JSON.parse((await bar.textContent("pre"))!)).toMatchObject({ data: { area: { name: "DUOMO" } } });
  await bar.goto(`${hub.url}/graphql`);
  expect(bar.url()).toBe(`${hub.url}/playground/`);
});
