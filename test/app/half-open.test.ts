import type { AddressInfo } from "node:net";
import { connect, type Socket } from "node:net";
import { createHubServer } from "../../src/app/node-server";

test("300 clients that send nothing, or a part of a request, are gone within 15 seconds, and others are answered meanwhile", async () => {
  const server = createHubServer((request, response) => {
    request.resume();
    request.on("end", () => response.end("ok"));
    request.on("error", () => undefined);
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const parts = [
    "",
    "POST /graphql HTTP/1.1\r\nhost: x\r\nx-more: ",
    "POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 100000\r\n\r\n{",
  ];
  const started = performance.now();
  const closed = Array.from({ length: 300 }, (_, i) => {
    const socket: Socket = connect(port, "127.0.0.1", () => void socket.write(parts[i % parts.length]!));
    socket.on("error", () => undefined);
    socket.resume();
    return new Promise<void>((resolve) => void socket.once("close", () => resolve()));
  });
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe("ok");
  await Promise.all(closed);
  // A second of grace: other suites work beside this one.
  expect(performance.now() - started).toBeLessThan(15_000);
  server.closeAllConnections();
  await new Promise((resolve) => void server.close(resolve));
});
