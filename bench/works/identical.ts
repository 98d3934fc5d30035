import { asBody, type Load } from "../harness/load";
import { ratioOutcome, rounded, skipped } from "../harness/outcome";
import { paired } from "../harness/pairs";
import { startRaw } from "../harness/peers";
import { fileWith, type Work } from "./bench";
import { mapOfHub } from "./questions";

const body = asBody(mapOfHub.query, mapOfHub.variables);
const post = (url: string): Load => ({ url, method: "POST", bodies: [body] });

/** The same request again and again, beside a server that does nothing but send the same bytes. */
export const identical: Work = async (bench, report) => {
  const [work, peer] = ["identical query", "node:http with the same bytes"];
  try {
    const hub = await bench.hub(1);
    const response = await fetch(hub.url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    const raw = await startRaw(await fileWith(bench, "map.json", await response.text()));
    try {
      const both = await paired(post(hub.url), post(raw.url), bench.pace);
      report(
        ratioOutcome(
          work,
          peer,
          both.ratio,
          0.85,
          `${rounded(both.hub.perSecond)} / ${rounded(both.peer.perSecond)} requests a second`,
        ),
      );
    } finally {
      await raw.stop();
    }
  } catch (error) {
    report(skipped(work, peer, "0.85", error));
  }
  await notModified(bench, report);
};

/** Who has the answer asks by GET whether it is still so. */
const notModified: Work = async (bench, report) => {
  const [work, peer] = ["304 of an identical query", "its own 200 by GET"];
  try {
    const hub = await bench.hub(1);
    const parameters = { query: mapOfHub.query, variables: JSON.stringify(mapOfHub.variables) };
    const url = `${hub.url}?${new URLSearchParams(parameters)}`;
    // As wrk asks: a compressed answer may have another ETag.
    const plain = { "accept-encoding": "identity" };
    const etag = (await fetch(url, { headers: plain })).headers.get("etag");
    if (etag === null) return report(skipped(work, peer, "1", "an answer has no ETag"));
    const second = await fetch(url, { headers: { ...plain, "if-none-match": etag } });
    if (second.status !== 304)
      return report(skipped(work, peer, "1", `If-None-Match is answered ${second.status}`));
    const get: Load = { url, method: "GET", bodies: [] };
    const both = await paired({ ...get, headers: { "if-none-match": etag } }, get, bench.pace);
    report(ratioOutcome(work, peer, both.ratio, 1));
  } catch (error) {
    report(skipped(work, peer, "1", error));
  }
};
