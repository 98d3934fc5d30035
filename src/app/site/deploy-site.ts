import type { SiteBucket, SiteObject } from "../../storage/files/site-bucket";

/** What CloudFormation sends when a resource is created, updated or deleted. */
export interface ResourceEvent {
  readonly RequestType: "Create" | "Delete" | "Update";
  readonly ResponseURL: string;
  readonly StackId: string;
  readonly RequestId: string;
  readonly LogicalResourceId: string;
  readonly PhysicalResourceId?: string;
  readonly ResourceProperties: { readonly bucket: string };
}

/** A page that a browser keeps open loads its files later: those of former deployments stay so long, in milliseconds. */
const keptMs = 30 * 24 * 60 * 60_000;

interface Site {
  readonly objects: () => Promise<readonly SiteObject[]>;
  readonly bucket: SiteBucket;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/**
 * Writes the files of a deployment into the bucket, and answers CloudFormation, which otherwise waits for an hour. Pages come after the files
 * that they name. With the stack the bucket stays as it is.
 */
export async function deploySite(
  event: ResourceEvent,
  { objects, bucket, now = Date.now }: Site,
): Promise<void> {
  const error = await (event.RequestType === "Delete" ? Promise.resolve(null) : written());
  await fetch(event.ResponseURL, {
    method: "PUT",
    body: JSON.stringify({
      Status: error === null ? "SUCCESS" : "FAILED",
      ...(error !== null && { Reason: error }),
      PhysicalResourceId: event.PhysicalResourceId ?? "site",
      StackId: event.StackId,
      RequestId: event.RequestId,
      LogicalResourceId: event.LogicalResourceId,
    }),
  });

  async function written(): Promise<string | null> {
    try {
      const all = await objects();
      const isFile = ({ cacheControl }: SiteObject): boolean => cacheControl.includes("immutable");
      await Promise.all(all.filter(isFile).map((object) => bucket.put(object)));
      await Promise.all(all.filter((object) => !isFile(object)).map((object) => bucket.put(object)));
      await bucket.removeOld(
        all.map(({ key }) => key),
        now() - keptMs,
      );
      return null;
    } catch (thrown) {
      return `The files of the page were not written: ${thrown instanceof Error ? thrown.message : String(thrown)}`;
    }
  }
}
