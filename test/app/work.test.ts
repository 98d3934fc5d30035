import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { anonymous } from "../../src/domain/identity/caller";
import { RequestWork } from "../../src/storage/engine/request-work";
import { Table } from "../../src/storage/engine/table";
import { hubOver, startHub } from "../support/hub";

const endless = { units: Number.POSITIVE_INFINITY, milliseconds: 600_000 };

/** A store that never answers. */
function silentStore() {
  const aborted: unknown[] = [];
  const send = (_: unknown, options?: { abortSignal?: AbortSignal }) =>
    new Promise((_resolve, reject) => {
      options?.abortSignal?.addEventListener("abort", () => {
        aborted.push(options.abortSignal?.reason);
        reject(new Error("Request aborted"));
      });
    });
  return { table: new Table("silent", { send } as unknown as DynamoDBDocumentClient), aborted };
}

test("the deadline ends a request down to the store, with a typed error", async () => {
  const { table, aborted } = silentStore();
  const { hub, logs } = hubOver(table, { deadlineMs: 100 });
  // Not as other tests ask: they look for the published version before each request, as long as it takes.
  const response = await hub.http.request("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: "{ dataVersion { version } areas { nodes { code } } }" }),
  });
  expect(await response.json()).toMatchObject({
    data: null,
    errors: [
      {
        message: "The answer was not complete after 100 milliseconds, so the hub stopped.",
        extensions: {
          code: "DEADLINE_EXCEEDED",
          messageIt: "La risposta non era completa dopo 100 millisecondi: l'hub si è fermato.",
          hint: "Ask for smaller pages or fewer fields, or try again when the hub is less busy.",
          hintIt: "Chiedere pagine più piccole o meno campi, oppure riprovare quando l'hub è meno occupato.",
          requestId: expect.any(String),
        },
      },
    ],
  });
  // A read of the published version goes on: others wait for it too. One of the request itself ends.
  expect(aborted).toEqual([]);
  const work = new RequestWork({ ...endless, milliseconds: 50 });
  await expect(work.run(() => table.get({ pk: "a", sk: "b" }))).rejects.toThrow("50 milliseconds");
  expect(aborted).toHaveLength(1);
  expect(logs.filter(({ level }) => level === "error")).toEqual([]);
});

test("work beyond the budget ends the request, and the answer is the error alone", async () => {
  const { hub } = await startHub({ starter: true });
  const work = new RequestWork({ ...endless, units: 50 });
  const { body } = await work.run(async () =>
    hub.apollo.executeOperation(
      {
        query:
          "{ a: areas(first: 100) { nodes { code name } } b: centres { nodes { code sourceRefs { code } } } }",
      },
      { contextValue: await hub.contextOf({ requestId: "one", caller: anonymous, work }) },
    ),
  );
  work.end();
  expect(body).toMatchObject({
    singleResult: {
      data: null,
      errors: [
        {
          message: "The operation needed more than 50 units of work, so the hub stopped.",
          extensions: { code: "LIMIT_EXCEEDED", requestId: "one" },
        },
      ],
    },
  });
  expect(work.units).toBeGreaterThan(50);
});

test("work that has ended starts no call of the store", async () => {
  const work = new RequestWork({ ...endless, units: 10 });
  expect(() => work.field(100)).toThrow("more than 10 units");
  const calls: string[] = [];
  const late = work.during(async () => calls.push("sent"));
  await expect(late).rejects.toBe(work.stopped);
  expect(calls).toEqual([]);
  work.end();
});

test("a change is not interrupted", async () => {
  const work = new RequestWork({ units: 10, milliseconds: 1 });
  work.doNotStop();
  work.field(100);
  work.read(1_000, 5);
  expect([work.stopped, work.fields, work.items, work.readUnits]).toEqual([null, 1, 1_000, 5]);
});

test("the clock is read while fields are computed and no timer can fire", () => {
  const work = new RequestWork({ ...endless, milliseconds: 1 });
  const fields = () => {
    for (;;) work.field(0);
  };
  expect(fields).toThrow("not complete after 1 milliseconds");
  work.end();
});

test("compared pairs count as work, and end it", () => {
  const work = new RequestWork({ ...endless, units: 20_000 });
  work.compared(1_000_000);
  expect(work.units).toBe(16_000);
  expect(() => work.compared(1_000_000)).toThrow("20,000");
  work.end();
});
