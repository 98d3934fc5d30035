import type { Checking } from "../kit/check";

/** Codice Unico di Progetto, the key of a public investment project in Italy (law 3/2003, art. 11): 15 letters and digits. */
export function checkCup({ check }: Checking, field: string, cup: string): void {
  check(
    /^[A-Z][0-9A-Z]{14}$/.test(cup),
    field,
    cup,
    "a CUP has 15 capital letters or digits, a letter first",
  );
}
