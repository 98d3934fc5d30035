/** The cost that the hub estimated for an operation, and the most that it accepts. */
export interface AnswerCost {
  readonly estimated: number;
  readonly limit: number;
}

/** `extensions.cost` of an answer; null if it has none, as when the hub could not read the operation. */
export function costOfAnswer(response: string | null | undefined): AnswerCost | null {
  try {
    const { estimated, limit } = JSON.parse(response ?? "").extensions.cost;
    return typeof estimated === "number" && typeof limit === "number" ? { estimated, limit } : null;
  } catch {
    return null;
  }
}
