import { mkdtemp, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { withFolder } from "../../../src/ingest/acquire/folder-lock";

test("one at a time of many processes works in a folder with a dead last owner", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "vicinato-lock-"));
  await writeFile(path.join(folder, ".download.lock"), "999999999");
  let atWork = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++atWork);
    await sleep(5);
    atWork--;
  };
  const ends = await Promise.allSettled(Array.from({ length: 40 }, () => withFolder(folder, work)));
  const refused = ends.flatMap((end) => (end.status === "rejected" ? [end.reason.code] : []));
  expect([most, new Set(refused)]).toEqual([1, new Set(["ALREADY_EXISTS"])]);
  expect(refused.length).toBeLessThan(40);
  expect(await readdir(folder)).toEqual([]);
});
