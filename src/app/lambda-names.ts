/** The functions of the hub, by their purpose: `src/entry/<name>.lambda.ts`. Plain data, because the infrastructure reads it too. */
export const lambdaNames = [
  "api",
  "brake",
  "canary",
  "check",
  "data",
  "export",
  "ingest",
  "migrate",
  "site",
  "stream",
  "upload",
  "webhooks",
] as const;

export type LambdaName = (typeof lambdaNames)[number];
