import { HubError } from "../../domain/kit/errors";
import type { SdmxOrigin, SdmxService } from "../kit/origin";
import { type AcquireOutcome, download, type OnProgress } from "./download";
import type { Http } from "./http";
import { shownUrl } from "./shown-url";

/**
 * ISTAT bans clients with more than five requests a minute, so we stay below; it selects the form of the answer by the
 * Accept header only (ondata/guida-api-istat).
 */
export const istat: SdmxService = {
  base: "https://esploradati.istat.it/SDMXWS/rest",
  query: {},
  rate: { most: 4, seconds: 60 },
};

/** Eurostat states no rate; it selects the form of the answer by a parameter (API SDMX 2.1, data query). */
export const eurostat: SdmxService = {
  base: "https://ec.europa.eu/eurostat/api/dissemination/sdmx/2.1",
  query: { format: "SDMX-CSV" },
  rate: { most: 30, seconds: 60 },
};

const sdmxCsv = "application/vnd.sdmx.data+csv;version=1.0.0";

/** A part of a dataflow. An empty result is an answer, not a failure. */
export function acquireSdmx(
  http: Http,
  origin: SdmxOrigin,
  file: string,
  onProgress?: OnProgress,
): Promise<AcquireOutcome> {
  const url = sdmxUrl(origin);
  return download(http, {
    url,
    file,
    headers: { accept: sdmxCsv },
    rate: origin.service.rate,
    judge: { statuses: [404, 413], judge: (status, text) => judge(url, status, text) },
    ...(onProgress && { onProgress }),
  });
}

export function sdmxUrl({ service, flow, key, startPeriod }: SdmxOrigin): string {
  const url = new URL(`${service.base.replace(/\/$/, "")}/data/${flow}/${key}`);
  for (const [name, value] of Object.entries(service.query)) url.searchParams.set(name, value);
  if (startPeriod !== undefined) url.searchParams.set("startPeriod", startPeriod);
  return url.href;
}

/** 404 is both "no observations" (SDMX error 100) and "no such dataflow": the text distinguishes them. */
function judge(url: string, status: number, text: string): "NO_DATA" {
  if (status === 404 && /NoRecordsFound|No results|code="100"/i.test(text)) return "NO_DATA";
  const key = status === 413 ? "tooManyObservations" : "notFound";
  throw new HubError("SOURCE_UNREADABLE", key, { url: shownUrl(url) }, { where: "origin" });
}
