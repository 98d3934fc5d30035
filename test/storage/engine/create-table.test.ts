import { CreateTableCommand } from "@aws-sdk/client-dynamodb";
import { embeddedClient } from "../../../src/storage/engine/client";
import { createTableIfMissing } from "../../../src/storage/engine/create-table";
import { openEmbeddedEngine } from "../../../src/storage/engine/embedded-engine";

test("a table of an older hub is rejected with an error that names it and the remedy", async () => {
  const client = embeddedClient(await openEmbeddedEngine({ dataDir: null, share: false }));
  await client.send(
    new CreateTableCommand({
      TableName: "old",
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
    }),
  );
  await expect(createTableIfMissing(client, "old")).rejects.toMatchObject({
    code: "STALE_TABLE",
    message: 'An older hub created the table old: it has no index "list".',
    hint: expect.stringContaining("import the files again"),
  });
});
