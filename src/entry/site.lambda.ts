import path from "node:path";
import { deploySite, type ResourceEvent } from "../app/site/deploy-site";
import { siteObjects } from "../app/site/site-objects";
import { siteBucket } from "../storage/files/site-bucket";

/** What CloudFormation calls at each deployment that changes the page, the playground or the schema. */
export const handler = (event: ResourceEvent): Promise<void> =>
  deploySite(event, {
    objects: () => siteObjects(path.join(__dirname, "site")),
    bucket: siteBucket(event.ResourceProperties.bucket),
  });
