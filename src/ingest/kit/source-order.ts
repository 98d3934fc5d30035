import type { Source } from "./source";

/** Sources so that each comes after those it needs; otherwise in the given order. */
export function inOrderOfNeeds(sources: readonly Source[]): Source[] {
  const waiting = [...sources];
  const ordered: Source[] = [];
  while (waiting.length > 0) {
    const isWaiting = (code: string): boolean => waiting.some(({ ref }) => ref.code === code);
    const next = waiting.findIndex(({ needs = [] }) => !needs.some(isWaiting));
    // Sources that need each other keep the given order.
    ordered.push(...waiting.splice(Math.max(next, 0), 1));
  }
  return ordered;
}
