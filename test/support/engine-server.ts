import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { engineOver } from "../../src/storage/engine/dynalite-engine";
import type { EngineAnswer } from "../../src/storage/engine/engine";
import { type Entries, storeOf } from "./table-copies";

export interface EngineServer {
  readonly url: string;
  /** The operations that were asked for, in order. */
  readonly operations: string[];
  /** Answers instead of the engine while it is set. */
  fault: EngineAnswer | null;
  close(): void;
}

/** A real engine behind HTTP on loopback, as the SDK meets AWS; it can fail on request. */
export async function startEngineServer(entries: Entries = []): Promise<EngineServer> {
  const engine = await engineOver(await storeOf(entries, null));
  const server: Server = createServer(async (request, response) => {
    const operation = String(request.headers["x-amz-target"]).split(".")[1]!;
    control.operations.push(operation);
    const { status, body } = control.fault ?? (await engine.execute(operation, await json(request)));
    response.writeHead(status, { "content-type": "application/x-amz-json-1.0" }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const control: EngineServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    operations: [],
    fault: null,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
  return control;
}
