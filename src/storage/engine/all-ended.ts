/** As `Promise.all`, but fails only when all have ended: who is told that something failed finds nothing still at work. */
export async function allEnded<T>(work: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(work);
  return Promise.all(work);
}
