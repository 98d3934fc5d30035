import { root } from "../harness/hub";
import { ratioOutcome, rounded } from "../harness/outcome";
import { median } from "../harness/pairs";
import { run } from "../harness/processes";
import type { Work } from "./bench";

/** Each time in a process of its own, whose import and bare write follow each other (bench/ingest.ts). */
export const importing: Work = async (bench, report) => {
  await bench.stop();
  const [runs, written] = bench.quick ? [1, 5_000] : [5, 20_000];
  const measured: { readonly first: number; readonly bare: number }[] = [];
  for (let i = 0; i < runs; i++) {
    const args = [
      "--max-old-space-size=256",
      "--import",
      "tsx",
      "bench/ingest.ts",
      "--size",
      "1MB",
      "--json",
    ];
    const out = await run({
      command: process.execPath,
      args: [...args, "--written", String(written)],
      cwd: root,
    });
    measured.push(JSON.parse(out.trim().split("\n").at(-1)!));
  }
  const ratio = median(measured.map(({ first, bare }) => bare / first));
  const middle = (of: "bare" | "first") => rounded(written / median(measured.map((each) => each[of])));
  const note = `${middle("first")} / ${middle("bare")} items a second`;
  report(ratioOutcome("import", "bare batch write of the same items", ratio, 0.7, note));
};
