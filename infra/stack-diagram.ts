/** A resource of a CloudFormation template. */
interface Resource {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: each type has properties of its own.
  readonly Properties?: any;
}

export type Resources = Readonly<Record<string, Resource>>;

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

/** What is drawn: its kind in words, and the form of its box. */
const drawn: Readonly<Record<string, { readonly kind: string; readonly box: readonly [string, string] }>> = {
  "AWS::ApiGatewayV2::Api": { kind: "HTTP API", box: ["([", "])"] },
  "AWS::Backup::BackupVault": { kind: "backup vault", box: ["[(", ")]"] },
  "AWS::Budgets::Budget": { kind: "budget", box: ["([", "])"] },
  "AWS::CloudFront::Distribution": { kind: "CloudFront", box: ["([", "])"] },
  "AWS::DynamoDB::GlobalTable": { kind: "table", box: ["[(", ")]"] },
  "AWS::Events::Rule": { kind: "event", box: [">", "]"] },
  "AWS::Lambda::Function": { kind: "function", box: ["[", "]"] },
  "AWS::S3::Bucket": { kind: "bucket", box: ["[(", ")]"] },
  "AWS::Scheduler::Schedule": { kind: "schedule", box: [">", "]"] },
  "AWS::SecretsManager::Secret": { kind: "secret", box: ["[(", ")]"] },
  "AWS::SNS::Topic": { kind: "topic", box: ["([", "])"] },
  "AWS::SQS::Queue": { kind: "queue", box: ["[(", ")]"] },
  "AWS::StepFunctions::StateMachine": { kind: "state machine", box: ["[[", "]]"] },
};

/** The parts of the stack and what flows between them, as a Mermaid flowchart. */
export function stackDiagram(resources: Resources): string {
  const edges = unique(Object.entries(resources).flatMap(([id, one]) => edgesOf(id, one, resources)));
  const ends = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const isDrawn = (id: string): boolean => ends.has(id) || resources[id]!.Type === "AWS::SNS::Topic";
  const nodes = Object.keys(resources).filter((id) => isDrawn(id) && resources[id]!.Type in drawn);
  const alarms = Object.values(resources).filter(({ Type }) => Type === "AWS::CloudWatch::Alarm").length;
  const topic = nodes.find((id) => resources[id]!.Type === "AWS::SNS::Topic");
  return [
    "flowchart LR",
    ...nodes.sort().map((id) => `  ${nameOf(id)}${boxed(id, resources[id]!)}`),
    ...(topic === undefined ? [] : [`  alarms{{"${alarms} alarms"}} --> ${nameOf(topic)}`]),
    ...edges
      .filter(({ from, to }) => from !== to && nodes.includes(from) && nodes.includes(to))
      .map(({ from, to, label }) => `  ${nameOf(from)} -->|${label}| ${nameOf(to)}`)
      .sort(),
  ].join("\n");
}

/** Without the random letters of the CDK, which change with a path. */
const nameOf = (id: string): string => id.replace(/[0-9A-F]{8}$/, "");

function boxed(id: string, { Type, Properties }: Resource): string {
  const {
    kind,
    box: [open, close],
  } = drawn[Type]!;
  const when = Type === "AWS::Scheduler::Schedule" ? `: ${Properties.ScheduleExpression}` : "";
  return `${open}"${kind} ${nameOf(id)}${when}"${close}`;
}

function edgesOf(id: string, { Type, Properties }: Resource, resources: Resources): Edge[] {
  const to = (value: unknown): string[] => reached(value, resources);
  const all = (from: readonly string[], target: unknown, label: string): Edge[] =>
    from.flatMap((start) => to(target).map((end) => ({ from: start, to: end, label })));
  switch (Type) {
    case "AWS::ApiGatewayV2::Route":
      return all(to(Properties.ApiId), Properties.Target, "requests");
    case "AWS::CloudFront::Distribution":
      return (
        Properties.DistributionConfig.Origins as readonly {
          DomainName: unknown;
          OriginCustomHeaders: unknown;
        }[]
      ).flatMap((origin) => [
        ...all([id], origin.DomainName, "requests"),
        ...all([id], origin.OriginCustomHeaders, "reads"),
      ]);
    case "AWS::Lambda::EventSourceMapping": {
      const failed = Properties.DestinationConfig?.OnFailure?.Destination;
      const functions = to(Properties.FunctionName);
      return [
        ...all(to(Properties.EventSourceArn), Properties.FunctionName, "stream"),
        ...all(functions, failed, "given up"),
      ];
    }
    case "AWS::Scheduler::Schedule":
      return [
        ...all([id], Properties.Target.Arn, "starts"),
        ...all([id], Properties.Target.DeadLetterConfig, "not started"),
      ];
    case "AWS::Events::Rule":
      return [
        ...all(to(Properties.EventPattern), { Ref: id }, "events"),
        ...(Properties.Targets ?? []).flatMap((target: { Arn: unknown; DeadLetterConfig?: unknown }) => [
          ...all([id], target.Arn, "starts"),
          ...all([id], target.DeadLetterConfig, "not started"),
        ]),
      ];
    case "AWS::StepFunctions::StateMachine":
      return all([id], Properties.DefinitionString, "calls");
    case "AWS::IAM::Policy":
      return allowed(Properties, resources);
    default:
      return [];
  }
}

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
}

/** What the functions with a policy may do to tables, buckets and secrets. */
function allowed(
  { Roles, PolicyDocument }: { Roles: unknown; PolicyDocument: { Statement: readonly Statement[] } },
  resources: Resources,
): Edge[] {
  const roles = new Set(references(Roles));
  const users = Object.keys(resources).filter(
    (id) =>
      resources[id]!.Type === "AWS::Lambda::Function" &&
      references(resources[id]!.Properties.Role).some((role) => roles.has(role)),
  );
  const kept = ["AWS::DynamoDB::GlobalTable", "AWS::S3::Bucket", "AWS::SecretsManager::Secret"];
  const rights = new Map<string, boolean>();
  for (const { Effect, Action, Resource } of PolicyDocument.Statement) {
    if (Effect !== "Allow") continue;
    const writes = [Action].flat().some((action) => /:(Put|Update|Delete|BatchWrite)/.test(action));
    for (const id of references(Resource))
      if (kept.includes(resources[id]?.Type ?? "")) rights.set(id, (rights.get(id) ?? false) || writes);
  }
  return users.flatMap((from) =>
    [...rights].map(([to, writes]) => ({ from, to, label: writes ? "reads, writes" : "reads" })),
  );
}

/** What a value leads to that is drawn, through integrations, aliases and the like. */
function reached(value: unknown, resources: Resources, seen = new Set<string>()): string[] {
  return references(value).flatMap((id) => {
    if (seen.has(id) || resources[id] === undefined) return [];
    seen.add(id);
    const { Type, Properties } = resources[id]!;
    return Type in drawn ? [id] : reached(Properties, resources, seen);
  });
}

/** The resources that a value names. */
function references(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    if (name === "Ref") return [String(inner)];
    if (name === "Fn::GetAtt") return [String((inner as readonly unknown[])[0])];
    return references(inner);
  });
}

const unique = (edges: readonly Edge[]): Edge[] => [
  ...new Map(edges.map((edge) => [JSON.stringify(edge), edge])).values(),
];
