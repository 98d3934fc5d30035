/** As `Promise.all`, but fails only after all have ended: after a failure nothing is still running. */
export async function allEnded<T>(work: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(work);
  return Promise.all(work);
}
