import { cpus, totalmem } from "node:os";

/** A line of the table. */
export interface Outcome {
  readonly work: string;
  /** What the hub is measured beside; a dash for figures of its own. */
  readonly peer: string;
  readonly result: string;
  readonly goal: string;
  /** `null` when nothing was measured or no goal is set. */
  readonly isMet: boolean | null;
  readonly note?: string;
}

/** The hub over its peer: more is better. */
export const ratioOutcome = (
  work: string,
  peer: string,
  ratio: number,
  goal: number,
  note = "",
): Outcome => ({
  work,
  peer,
  result: rounded(ratio),
  goal: String(goal),
  isMet: ratio >= goal,
  note,
});

/** A figure of which less is better. */
export const atMost = (
  work: string,
  peer: string,
  value: number,
  { goal, unit = "" }: { readonly goal: number; readonly unit?: string },
  note = "",
): Outcome => ({
  work,
  peer,
  result: `${rounded(value)}${unit}`,
  goal: `at most ${goal}${unit}`,
  isMet: value <= goal,
  note,
});

export const skipped = (work: string, peer: string, goal: string, why: unknown): Outcome => ({
  ...{ work, peer, goal, result: "-", isMet: null },
  note: why instanceof Error ? why.message : String(why),
});

/** Two or three digits: no figure of a shared machine has more. */
export const rounded = (value: number): string =>
  Math.abs(value) >= 100
    ? Math.round(value).toLocaleString("en")
    : String(Number(value.toPrecision(Math.abs(value) < 1 ? 2 : 3)));

export function markdownOf(outcomes: readonly Outcome[], how: string): string {
  const rows = outcomes.map(({ work, peer, result, goal, isMet, note = "" }) => [
    ...[work, peer, result, goal],
    isMet === null ? "-" : isMet ? "yes" : "no",
    note.replaceAll("|", "/").replaceAll("\n", " "),
  ]);
  const lines = [["work", "peer", "hub / peer", "goal", "met", "note"], Array(6).fill("---"), ...rows];
  return `${lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n")}\n\n${machine()}; ${how}`;
}

/** On what was measured, and when. */
export function machine(): string {
  const model = cpus()[0]?.model.trim() ?? "an unknown kind";
  const date = new Date().toISOString().slice(0, 10);
  return `${cpus().length} cores of ${model}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, ${date}`;
}
