/** As `Promise.all`, but fails only when all have ended: a caller that learns of a failure finds nothing still at work. */
export async function allEnded<T>(work: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(work);
  return Promise.all(work);
}
