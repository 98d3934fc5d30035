import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { json } from "node:stream/consumers";
import type { ConsumedCapacity } from "@aws-sdk/client-dynamodb";
import { createDynaliteEngine } from "../../src/storage/engine/dynalite-engine";
import { unitsOf } from "../../src/storage/engine/meter";

/** What was asked of an engine since the last reset. */
interface Counted {
  readonly calls: number;
  readonly readUnits: number;
  readonly writeUnits: number;
}

export interface CountingEngine {
  readonly url: string;
  count(): Counted;
  reset(): void;
  stop(): Promise<void>;
}

const writes = /^(BatchWrite|Delete|Put|Transact[A-Z]?Write|Update)/;

/**
 * The engine of a data folder in this process, behind HTTP as AWS is: the CPU of the process of a hub is then its own, and
 * calls are counted that it makes after its answer too.
 */
export async function startCountingEngine(dataDir: string): Promise<CountingEngine> {
  const engine = await createDynaliteEngine(path.join(dataDir, "dynamodb"));
  let counted: Counted = { calls: 0, readUnits: 0, writeUnits: 0 };
  const note = (operation: string, body: unknown): void => {
    const units = unitsOf((body as { ConsumedCapacity?: ConsumedCapacity[] }).ConsumedCapacity);
    const isWrite = writes.test(operation);
    counted = {
      calls: counted.calls + 1,
      readUnits: counted.readUnits + (isWrite ? 0 : units),
      writeUnits: counted.writeUnits + (isWrite ? units : 0),
    };
  };
  const server = createServer(async (request, response) => {
    const operation = String(request.headers["x-amz-target"]).split(".")[1]!;
    const { status, body } = await engine.execute(operation, await json(request));
    note(operation, body);
    response.writeHead(status, { "content-type": "application/x-amz-json-1.0" }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    count: () => counted,
    reset() {
      counted = { calls: 0, readUnits: 0, writeUnits: 0 };
    },
    async stop() {
      server.close();
      server.closeAllConnections();
      await engine.close();
    },
  };
}
