/**
 * The check digit of Italian VAT numbers and of the tax codes of organisations. Digits at odd places count once, those
 * at even places twice (less 9 if that has two digits). The sum of all eleven is a multiple of 10.
 * Ministry of Finance, decree of 23 December 1976; the same as Luhn's formula (ISO/IEC 7812-1, annex B).
 */
export function hasVatCheckDigit(value: string): boolean {
  if (!/^\d{11}$/.test(value)) return false;
  const sum = [...value].reduce((total, digit, i) => {
    const weighted = Number(digit) * (i % 2 === 0 ? 1 : 2);
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return sum % 10 === 0;
}

/** ISO 17442: 18 letters or digits, then two check digits by ISO/IEC 7064, MOD 97-10 (a letter counts 10 to 35). */
export function isLei(value: string): boolean {
  if (!/^[A-Z0-9]{18}\d{2}$/.test(value)) return false;
  const digits = [...value].map((char) => Number.parseInt(char, 36)).join("");
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}
