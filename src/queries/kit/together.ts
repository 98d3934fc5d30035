import { NotLoaded } from "../../storage/engine/reader";

/** Answers of one question about several things. What is not in memory for any of them is loaded at once for all. */
export function together<T, R>(things: readonly T[], question: (thing: T) => R): R[] {
  const answers: R[] = [];
  const missing: NotLoaded[] = [];
  for (const thing of things) {
    try {
      answers.push(question(thing));
    } catch (error) {
      if (!(error instanceof NotLoaded)) throw error;
      missing.push(error);
    }
  }
  if (missing.length === 0) return answers;
  throw new NotLoaded(async () => {
    await Promise.all(missing.map(({ load }) => load()));
  });
}
