import type { Equation, TableCell } from "../../src/domain/statistics/suppression";

const sumOf = (total: string, keys: readonly string[]): Equation => ({
  total,
  parts: keys.map((key) => ({ key, sign: 1 })),
  constant: 0,
});

/** People of areas by sex (men, women, both) and age (under 75, from 75, all), and the sums of the areas: each cell is in three equations. */
export function overlappingTable(
  areas: number,
  numberOf: (area: number, sex: number, age: number) => number,
) {
  const [sexes, ages] = [
    ["m", "f", "mf"],
    ["65", "75", "65+"],
  ] as const;
  const names = [...Array.from({ length: areas }, (_, i) => `a${String(i).padStart(2, "0")}`), "all"];
  const values = new Map<string, number>();
  const add = (key: string, value: number) => values.set(key, (values.get(key) ?? 0) + value);
  for (let area = 0; area < areas; area++) {
    for (const sex of [0, 1]) {
      for (const age of [0, 1]) {
        const value = numberOf(area, sex, age);
        for (const name of [names[area]!, "all"])
          for (const s of [sexes[sex]!, "mf"])
            for (const a of [ages[age]!, "65+"]) add(`${name} ${s} ${a}`, value);
      }
    }
  }
  const cells = [...values].map(
    ([key, value]): TableCell => ({
      key,
      value,
      low: 0,
      high: Number.POSITIVE_INFINITY,
      unsafe: value < 5 ? "low" : null,
      isTotal: key.startsWith("all") || key.includes("mf") || key.endsWith("65+"),
    }),
  );
  const equations = [
    ...names.flatMap((name) => [
      ...ages.map((age) => sumOf(`${name} mf ${age}`, [`${name} m ${age}`, `${name} f ${age}`])),
      ...sexes.map((sex) => sumOf(`${name} ${sex} 65+`, [`${name} ${sex} 65`, `${name} ${sex} 75`])),
    ]),
    ...sexes.flatMap((sex) =>
      ages.map((age) =>
        sumOf(
          `all ${sex} ${age}`,
          names.slice(0, -1).map((name) => `${name} ${sex} ${age}`),
        ),
      ),
    ),
  ];
  return { cells, equations };
}
