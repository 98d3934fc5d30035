import { rm } from "node:fs/promises";
import { codecs } from "../../src/storage/records/codecs";
import { saveAll } from "../../src/storage/records/save";
import { aSource } from "../support/builders";
import { exportedHub } from "../support/exported-hub";
import { startHub } from "../support/hub";

test("programs find what they look for at the addresses of their conventions", async () => {
  const hub = await exportedHub(async (options) => {
    const empty = await startHub(options);
    const saved = { origin: "test", now: "2026-01-01T00:00:00.000Z" };
    await saveAll(empty.table, codecs.sourceRef, [aSource({ synthetic: false })], saved);
    return empty;
  });
  const get = async (name: string) => {
    const response = await hub.request(name);
    return {
      status: response.status,
      type: response.headers.get("content-type"),
      text: await response.text(),
    };
  };
  expect(await get("/robots.txt")).toMatchObject({
    status: 200,
    text: expect.stringContaining("User-agent: *"),
  });
  expect(await get("/favicon.ico")).toMatchObject({ status: 200, type: "image/svg+xml" });
  const security = (await get("/.well-known/security.txt")).text;
  expect(security).toMatch(/^Contact: mailto:.+@.+\nExpires: \d{4}-/);
  const { text } = await get("/.well-known/api-catalog");
  const { linkset } = JSON.parse(text) as { readonly linkset: readonly Record<string, unknown>[] };
  const named = linkset.flatMap((entry) => Object.values(entry).flat()) as readonly (
    | string
    | { readonly href: string }
  )[];
  const addresses = named.map((each) => (typeof each === "string" ? each : each.href));
  expect(addresses.length).toBeGreaterThan(6);
  for (const address of addresses) {
    const { status } = await get(new URL(address).pathname);
    expect([address, [200, 302, 400].includes(status)]).toEqual([address, true]);
  }
  await rm(hub.folder, { recursive: true, force: true });
});
