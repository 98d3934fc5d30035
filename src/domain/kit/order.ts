/** Orders texts by their UTF-16 units: the same on every machine and in every language. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const byCode = (a: { readonly code: string }, b: { readonly code: string }): number =>
  byText(a.code, b.code);
