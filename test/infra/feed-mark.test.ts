import { Template } from "aws-cdk-lib/assertions";
import { tableRepositories } from "../../src/storage";
import { storeErrorOf } from "../../src/storage/engine/store-error";
import type { Table } from "../../src/storage/engine/table";
import { settlingMs } from "../../src/storage/records/feed";
import { saveCentres, startProcesses } from "../support/feed-processes";
import { hubStack } from "./synth-hub";

interface Statement {
  readonly Action: string | readonly string[];
  readonly Condition?: {
    readonly "ForAllValues:StringEquals": { readonly "dynamodb:LeadingKeys": string[] };
  };
}

/** What the policy of the API says about the table. */
const statements: readonly Statement[] = Object.entries(
  Template.fromStack(hubStack()).findResources("AWS::IAM::Policy"),
).flatMap(([id, { Properties }]) =>
  id.startsWith("ApiFunction") ? Properties.PolicyDocument.Statement : [],
);

interface Command {
  readonly constructor: { readonly name: string };
  readonly input: { readonly Key?: { readonly pk: string } };
}

const actionOf = ({ constructor: { name } }: Command): string =>
  `dynamodb:${name.replace(/Command$/, "").replace(/^(Get|Update|Put|Delete|BatchGet|BatchWrite)$/, "$1Item")}`;

/** The answer of AWS to what no statement allows. */
function withRights(table: Table, rights: readonly Statement[]): void {
  const send = table.client.send.bind(table.client) as (command: unknown) => Promise<unknown>;
  const isAllowed = (command: Command): boolean =>
    rights.some(({ Action, Condition }) => {
      const keys = Condition?.["ForAllValues:StringEquals"]["dynamodb:LeadingKeys"];
      return (
        [Action].flat().includes(actionOf(command)) &&
        (keys === undefined || keys.includes(command.input.Key?.pk ?? ""))
      );
    });
  const checked = async (command: Command): Promise<unknown> => {
    if (isAllowed(command)) return send(command);
    throw Object.assign(new Error("not authorized"), { name: "AccessDeniedException", $metadata: {} });
  };
  jest.spyOn(table.client, "send").mockImplementation(checked as never);
}

async function startReader(rights: readonly Statement[]) {
  const { processWith, wait } = await startProcesses();
  const hub = processWith(0);
  await saveCentres(hub, ["a:1"]);
  wait(settlingMs);
  withRights(hub, rights);
  return tableRepositories(hub).changes;
}

test("the rights of the API are enough to read the feed of changes", async () => {
  const changes = await startReader(statements);
  expect((await changes.page({}, { first: 5 })).edges).toHaveLength(1);
});

test("without the right to raise the mark the feed is refused, and never given without it", async () => {
  const changes = await startReader(statements.filter(({ Condition }) => Condition === undefined));
  const error = await changes.page({}, { first: 5 }).catch((caught: unknown) => caught);
  expect(storeErrorOf(error)).toMatchObject({ code: "STORE_REFUSED" });
});
