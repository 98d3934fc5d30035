import { loaded, NotLoaded } from "../../storage/engine/reader";

/**
 * The answer of a question, at once if all of it is in memory. What is not is loaded, together with what others need in this
 * step, and the question is asked again: it must have no side effects.
 */
export function whenLoaded<T>(question: () => T): T | Promise<Awaited<T>> {
  try {
    const answer = question();
    return answer instanceof Promise ? answer.catch((error: unknown) => again(error, question)) : answer;
  } catch (error) {
    return again(error, question);
  }
}

function again<T>(error: unknown, question: () => T): Promise<Awaited<T>> {
  if (error instanceof NotLoaded) return error.load().then(() => loaded(question));
  throw error;
}
