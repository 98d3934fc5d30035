/** Facilities after some are closed and others are opened; closing an unknown one changes nothing. */
export const whatIf = <F extends { readonly code: string | null }>(
  facilities: readonly F[],
  { add, close }: { readonly add: readonly F[]; readonly close: readonly string[] },
): F[] => [...facilities.filter(({ code }) => code === null || !close.includes(code)), ...add];
