import { execFile, execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const root = path.resolve(__dirname, "../../..");
const openssl = "/usr/bin/openssl";
const withOpenssl = existsSync(openssl) ? test : test.skip;

let folder: string;
let server: Server | undefined;
const names: unknown[] = [];
const hosts: (string | undefined)[] = [];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "webhook-tls-"));
  if (!existsSync(openssl)) return;
  execFileSync(
    openssl,
    [
      ...[
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
        "-days",
        "2",
      ],
      ...["-keyout", "key.pem", "-out", "cert.pem", "-subj", "/CN=receiver.example.org"],
      ...["-addext", "subjectAltName=DNS:receiver.example.org"],
    ],
    { cwd: folder, stdio: "ignore" },
  );
  const [key, cert] = ["key.pem", "cert.pem"].map((file) => readFileSync(path.join(folder, file)));
  server = createServer({ key: key!, cert: cert! }, (request, response) => {
    hosts.push(request.headers.host);
    response.writeHead(204).end();
  });
  server.on("secureConnection", ({ servername }) => names.push(servername));
  await new Promise<void>((resolve) => server!.listen(0, "127.0.0.1", resolve));
});
afterAll(() => {
  server?.close();
  rmSync(folder, { recursive: true });
});

/** Sends in a process of its own, which trusts the certificate or not. */
async function sentTo(name: string, environment: Readonly<Record<string, string>> = {}) {
  const { port } = server!.address() as AddressInfo;
  const message = JSON.stringify({ url: `https://${name}:${port}/`, headers: {}, body: "{}" });
  const code = `const { sender } = require("./src/app/webhooks/send.ts");
    const send = sender({ toLoopback: true, resolve: async () => ["127.0.0.1"] });
    send(${message}).then((answer) => console.log(JSON.stringify(answer)));`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", "-e", code], {
    cwd: root,
    env: { ...process.env, ...environment },
  });
  return JSON.parse(stdout) as { readonly outcome: string; readonly status: number | null };
}

withOpenssl(
  "the certificate must be that of the name, although the connection goes to an address (needs openssl)",
  async () => {
    const trusted = { NODE_EXTRA_CA_CERTS: path.join(folder, "cert.pem") };
    expect(await sentTo("receiver.example.org", trusted)).toMatchObject({
      outcome: "DELIVERED",
      status: 204,
    });
    expect(names).toEqual(["receiver.example.org"]);
    expect(hosts[0]).toMatch(/^receiver\.example\.org:\d+$/);
    expect(await sentTo("other.example.org", trusted)).toMatchObject({
      outcome: "UNREACHABLE",
      status: null,
    });
    expect(await sentTo("receiver.example.org")).toMatchObject({ outcome: "UNREACHABLE", status: null });
    expect(hosts).toHaveLength(1);
  },
);
