/** Halves are rounded away from zero. `decimals` are digits after the point; `null` does not round. */
export function roundTo(value: number, decimals: number | null): number {
  if (decimals === null || !Number.isFinite(value)) return value;
  const shifted = shift(Math.abs(value), decimals);
  // From 2 ** 53 on, numbers have no such digits: rounding could only add an error.
  if (!(shifted < Number.MAX_SAFE_INTEGER)) return value;
  const rounded = shift(Math.round(shifted), -decimals);
  return value < 0 && rounded > 0 ? -rounded : rounded;
}

/** Moves the decimal point in the text of the number, because a multiplication by a power of ten would round. */
function shift(value: number, digits: number): number {
  const [mantissa, exponent = "0"] = String(value).split("e");
  return Number(`${mantissa}e${Number(exponent) + digits}`);
}
