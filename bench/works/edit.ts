import path from "node:path";
import { envNames } from "../../src/app/env";
import { serviceCode } from "../city/facts";
import { type CountingEngine, startCountingEngine } from "../harness/counting-engine";
import { ask, copyOf, editorKey, type RunningHub, startHub } from "../harness/hub";
import { atMost, type Outcome, rounded, skipped } from "../harness/outcome";
import { median } from "../harness/pairs";
import type { Bench, Work } from "./bench";

const goals = { mutationMs: 20, publishedMs: 200, growth: 1.5 };

/** Edits of one process. The first ones also compile its code, so they are a figure of their own. */
const fully = { first: 20, warmedUp: 80, measured: 20 };
const quickly = { first: 5, warmedUp: 10, measured: 5 };

/** Medians over some edits. Milliseconds. */
interface Edits extends Edited {
  /** CPU of the hub until the mutation is answered, of the first edits of its process. */
  readonly firstCpu: number;
}

/** One edit. Milliseconds. */
interface Edited {
  /** CPU of the hub until the mutation is answered. */
  readonly mutationCpu: number;
  /** CPU of the hub until a reader gets the new value. */
  readonly publishedCpu: number;
  /** From the answer of the mutation until a reader gets the new value. */
  readonly publishedAfter: number;
  readonly calls: number;
  readonly readUnits: number;
}

/** One service gets another name, and a reader asks until it has it. The engine runs in another process: its CPU is not counted. */
export const edit: Work = async (bench, report) => {
  const work = "one edited service";
  await bench.stop();
  const byScale = new Map<number, Edits>();
  for (const scale of bench.scales)
    try {
      const edited = await editsAt(bench, scale);
      byScale.set(scale, edited);
      reportScale(`${work}, at ${(4_400 * scale).toLocaleString("en")} services`, edited, report);
    } catch (error) {
      report(skipped(`${work}, at ${(4_400 * scale).toLocaleString("en")} services`, "-", "-", error));
    }
  const [small, large] = [byScale.get(bench.scales[0]!), byScale.get(bench.scales.at(-1)!)];
  if (bench.scales.length < 2 || !small || !large) return;
  const growth = large.publishedCpu / small.publishedCpu;
  const note = `${rounded(large.calls / small.calls)} times the calls, ${rounded(large.readUnits / small.readUnits)} times the read units`;
  report(
    atMost(
      `${work}: CPU until published`,
      `its own at ${bench.scales.at(-1)}x over ${bench.scales[0]}x`,
      growth,
      { goal: goals.growth },
      note,
    ),
  );
};

function reportScale(work: string, edited: Edits, report: (outcome: Outcome) => void): void {
  const { firstCpu, mutationCpu, publishedCpu, publishedAfter, calls, readUnits } = edited;
  const note = `${rounded(firstCpu)} ms in the first edits of a process; ${rounded(calls)} calls, ${rounded(readUnits)} read units; ${rounded(publishedCpu)} ms CPU until published`;
  report(
    atMost(`${work}: CPU in the mutation`, "-", mutationCpu, { goal: goals.mutationMs, unit: " ms" }, note),
  );
  report(atMost(`${work}: published after`, "-", publishedAfter, { goal: goals.publishedMs, unit: " ms" }));
}

async function editsAt(bench: Bench, scale: number): Promise<Edits> {
  const city = await copyOf(await bench.city(scale), path.join(bench.folder, `edited-${scale}`));
  const engine = await startCountingEngine(city.dataDir);
  try {
    const env = { [envNames.dynamodbEndpoint]: engine.url };
    const asEditor = { authorization: `Bearer ${await editorKey(env)}` };
    const hub = await startHub(city, { env });
    try {
      const edits: Edited[] = [];
      const { first, warmedUp, measured } = bench.quick ? quickly : fully;
      for (let i = 0; i < warmedUp + measured; i++) edits.push(await oneEdit(hub, engine, asEditor, i));
      const medianOf = (some: readonly Edited[], figure: keyof Edited): number =>
        median(some.map((each) => each[figure]));
      const of = (figure: keyof Edited): number => medianOf(edits.slice(warmedUp), figure);
      return {
        firstCpu: medianOf(edits.slice(0, first), "mutationCpu"),
        mutationCpu: of("mutationCpu"),
        publishedCpu: of("publishedCpu"),
        publishedAfter: of("publishedAfter"),
        calls: of("calls"),
        readUnits: of("readUnits"),
      };
    } finally {
      await hub.stop();
    }
  } finally {
    await engine.stop();
  }
}

interface Seen {
  readonly service: {
    readonly alternateName: string | null;
    readonly recordState: { readonly version: number };
  };
}
const seenQuery =
  "query seen($code: String!) { service(code: $code) { alternateName recordState { version } } }";
const editQuery = `mutation edit($input: UpdateServiceInput!) { updateService(input: $input) { isChanged userErrors { message { en } } } }`;
interface EditAnswer {
  readonly updateService: {
    readonly isChanged: boolean;
    readonly userErrors: readonly { readonly message: { readonly en: string } }[];
  };
}

async function oneEdit(
  hub: RunningHub,
  engine: CountingEngine,
  asEditor: Record<string, string>,
  i: number,
): Promise<Edited> {
  const code = serviceCode((i * 97) % 4_400);
  const before = await ask<Seen>(hub.url, seenQuery, { code });
  const alternateName = `Nome ${i}`;
  const expectedVersion = before.service.recordState.version;
  const input = { code, expectedVersion, fields: { alternateName }, reason: `Edit ${i}` };
  engine.reset();
  const { cpuMs: begin } = await hub.used("now");
  const { updateService } = await ask<EditAnswer>(hub.url, editQuery, { input }, asEditor);
  const answered = performance.now();
  const { cpuMs: mutated } = await hub.used("now");
  if (!updateService.isChanged) throw new Error(updateService.userErrors[0]?.message.en ?? "nothing changed");
  // The questions cost some CPU too: few are asked.
  while ((await ask<Seen>(hub.url, seenQuery, { code })).service.alternateName !== alternateName) {
    if (performance.now() - answered > 30_000) throw new Error("not published within 30 s");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const publishedAfter = performance.now() - answered;
  const { cpuMs: published } = await hub.used("now");
  const { calls, readUnits } = engine.count();
  return { mutationCpu: mutated - begin, publishedCpu: published - begin, publishedAfter, calls, readUnits };
}
