import { centreCells, centres, middleOf, nil, populationHeader, populationRow } from "./synthetic-city";

const numbersTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);

const centre = (id: number): Record<string, string> => {
  const { latitude, longitude } = middleOf(((id - 1) % 9) + 1);
  return centreCells({
    id: String(id),
    Municipio: `Municipio ${((id - 1) % 9) + 1}`,
    "Nome Sede": `Casa della Città n. ${id} «Là»`,
    "Indirizzo Sede": `Via Inventata, ${id}`,
    "Attività disponibili": id % 3 === 0 ? '"carte; ballo\r\ne ""tè"""' : "carte, caffè",
    Note: id % 4 === 0 ? '"chiuso; forse"' : "è su due piani",
    LONG_X_4326: String(longitude),
    LAT_Y_4326: String(latitude),
    Location: `(${latitude}, ${longitude})`,
  });
};

/** SYNTHETIC: small files as cities publish them, for tests that damage them. Their first line is the header. */
export const fuzzedFiles = {
  /** Accents, quotation marks, separators and line breaks in cells, CRLF. */
  centres: Buffer.from(centres(...numbersTo(14).map(centre))),
  /** Plain letters and LF. */
  population: Buffer.from(
    [
      populationHeader,
      ...numbersTo(12).map((n) =>
        populationRow({ NIL: String(n), Quartiere: `QUARTIERE ${n}`, Morti: String(n) }),
      ),
      "",
    ].join("\n"),
  ),
  /** One feature a line, behind the line that opens the collection. */
  neighbourhoods: Buffer.from(
    [
      '{"type":"FeatureCollection","features":[',
      ...numbersTo(9).map((n) => `${JSON.stringify(nil(n))}${n < 9 ? "," : ""}`),
      "]}",
    ].join("\n"),
  ),
} as const;
