/** `value` to so many digits after the point, halves away from zero: `roundTo(22.307, 1)` is 22.3; `null` rounds nothing. */
export function roundTo(value: number, decimals: number | null): number {
  if (decimals === null || !Number.isFinite(value)) return value;
  const shifted = shift(Math.abs(value), decimals);
  // From 2 ** 53 on a number has no digits behind these: rounding could only add an error.
  if (!(shifted < Number.MAX_SAFE_INTEGER)) return value;
  const rounded = shift(Math.round(shifted), -decimals);
  return value < 0 && rounded > 0 ? -rounded : rounded;
}

/** The decimal point moved in the text of the number, since multiplying by a power of ten would itself round. */
function shift(value: number, digits: number): number {
  const [mantissa, exponent = "0"] = String(value).split("e");
  return Number(`${mantissa}e${Number(exponent) + digits}`);
}
