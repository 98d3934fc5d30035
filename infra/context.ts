import { euRegion, type StageName, stageName, stages } from "./stages";

/** A restored table that answers in place of the table of the stack, see "Restore drill" in the runbook. */
export interface ServedTable {
  readonly name: string;
  /** Its stream: what is written to the table is published from there. */
  readonly streamArn: string;
}

/** What one deployment has and others do not. */
export interface Deployment {
  readonly stage: StageName;
  readonly region: ReturnType<typeof euRegion>;
  /** `null` for the table of the stack. */
  readonly servedTable: ServedTable | null;
  /** Issuers of tokens that the hub trusts, as JSON; `null`: callers have keys. */
  readonly issuers: string | null;
  /** The name under which clients know the hub, such as data.example.org; `null` for one of CloudFront. */
  readonly domainName: string | null;
  /** Vault of another account or region that gets a copy of each backup; `null` without copies. */
  readonly backupVaultArn: string | null;
}

const texts = ["servedTableName", "servedTableStreamArn", "issuers", "domainName", "backupVaultArn"] as const;
type Text = (typeof texts)[number];

/** Settings that were flags: a deployment without the flag took away what it had added. */
const never = ["editing", ...texts] as const;

/**
 * Reads the context of the CDK. The stage and the region may be flags (`-c stage=prod`): they only choose. Everything else is in
 * `cdk.json`, under `deployments` and the stage, because a flag that somebody forgets would take something away from a hub.
 * @param settingOf a value of the context; `undefined` if it has none.
 * @throws Error that names the setting, its place and what it expects.
 */
export function deploymentOf(settingOf: (name: string) => unknown): Deployment {
  const stage = stageName(settingOf("stage"));
  const flag = never.find((name) => settingOf(name) !== undefined);
  if (flag === "editing")
    throw new Error('The flag "editing" does not exist: set "editing" of the stage in infra/stages.ts.');
  const place = `"deployments"."${stage}" in the context of cdk.json`;
  if (flag !== undefined)
    throw new Error(`"${flag}" is no flag, so that no deployment forgets it: write it under ${place}.`);
  const region = euRegion(settingOf("region"));
  const own = settingsIn(settingOf("deployments"), stage, place);
  const { servedTableName: name = null, servedTableStreamArn: streamArn = null } = own;
  if ((name === null) !== (streamArn === null))
    throw new Error(
      `servedTableName and servedTableStreamArn belong together: write both, or none, under ${place}.`,
    );
  if (streamArn !== null && !streamArn.includes(`:dynamodb:${region}:`))
    throw new Error(`servedTableStreamArn under ${place} is not in the region ${region}.`);
  if (streamArn !== null && !streamArn.includes(`:table/${name}/stream/`))
    throw new Error(`servedTableStreamArn under ${place} is not the stream of the table ${name}.`);
  const { backupVaultArn = null, domainName = null } = own;
  if (domainName !== null && !/^([a-z0-9-]{1,63}\.)+[a-z]{2,63}$/.test(domainName))
    throw new Error(`domainName under ${place} must be a name such as data.example.org, without https://.`);
  if (backupVaultArn !== null) {
    const [, vaultRegion] =
      /^arn:aws[\w-]*:backup:([\w-]+):\d{12}:backup-vault:[\w-]{2,50}$/.exec(backupVaultArn) ?? [];
    if (vaultRegion === undefined)
      throw new Error(`backupVaultArn under ${place} is not the ARN of a vault of AWS Backup.`);
    // A copy of a city's records stays in the European Union as they do.
    euRegion(vaultRegion);
  }
  return {
    stage,
    region,
    servedTable: name === null || streamArn === null ? null : { name, streamArn },
    issuers: own.issuers ?? null,
    domainName,
    backupVaultArn,
  };
}

function settingsIn(deployments: unknown, stage: StageName, place: string): Partial<Record<Text, string>> {
  const all = isObject(deployments) ? deployments : {};
  const other = Object.keys(all).find((name) => !Object.hasOwn(stages, name));
  if (other !== undefined)
    throw new Error(`"deployments" in cdk.json names ${JSON.stringify(other)}, which is no stage.`);
  const own = all[stage];
  if (!isObject(own)) throw new Error(`${place} is missing: write {} if it has nothing of its own.`);
  for (const [name, value] of Object.entries(own)) {
    if (!texts.some((each) => each === name))
      throw new Error(`${JSON.stringify(name)} under ${place} is unknown: use ${texts.join(", ")}.`);
    if (typeof value !== "string" || value === "") throw new Error(`${name} under ${place} must be a text.`);
  }
  return own as Partial<Record<Text, string>>;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
