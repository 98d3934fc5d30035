import fc from "fast-check";
import { isComplete, normalAddress } from "../../../src/domain/matching/normal-address";

const of = (streetAddress: string, locality = "Milano", postalCode: string | null = null) =>
  normalAddress({ streetAddress, locality, postalCode, country: "IT" });

/** Kind, words, number and what follows it, as one text. */
const shown = (streetAddress: string): string => {
  const { kind, numbers, suffix, words } = of(streetAddress);
  return [kind ?? "?", words.join(" "), numbers.join("-"), suffix].join(" | ");
};

test.each([
  ["Via Sant'Arnaldo, 17", "via | san arnaldo | 17 | "],
  ["Via Sant’Arnaldo 17", "via | san arnaldo | 17 | "],
  ["VIA S.ARNALDO 17", "via | s arnaldo | 17 | "],
  ["V. Boifava, 17", "via | boifava | 17 | "],
  ["V.Boifava 17", "via | boifava | 17 | "],
  ["V.le Tibaldi 41", "viale | tibaldi | 41 | "],
  ["VLE TIBALDI, 41", "viale | tibaldi | 41 | "],
  ["P.za Castello 1", "piazza | castello | 1 | "],
  ["PZA CASTELLO,", "piazza | castello |  | "],
  ["P.zza S. Stefano, 3", "piazza | s stefano | 3 | "],
  ["P.le Accursio n. 5", "piazzale | accursio | 5 | "],
  ["C.so di Porta Vigentina, 15/a", "corso | porta vigentina | 15 | a"],
  ["L.go Gemelli 1", "largo | gemelli | 1 | "],
  ["Via De Andre' 9", "via | andre | 9 | "],
  ["Via De André, 9", "via | andre | 9 | "],
  ["Via da Osteno, 2/a", "via | osteno | 2 | a"],
  ["Via La Spezia, 26/1", "via | spezia | 26 | 1"],
  ["Via Sammartini, 71/73", "via | sammartini | 71-73 | "],
  ["Via Monte Grappa, 8A", "via | monte grappa | 8 | a"],
  ["Via Verdi 5 bis", "via | verdi | 5 | bis"],
  ["Via Verdi n° 5, scala B, piano 2", "via | verdi | 5 | "],
  ["Via Verdi 5 scala B", "via | verdi | 5 | "],
  ["Via Appennini, 147/A (98,94)", "via | appennini | 147 | a"],
  ["Via San Paolino, 18 - (piano terra)", "via | san paolino | 18 | "],
  ["Via G.Mompiani, 5", "via | g mompiani | 5 | "],
  ["Via XX Settembre 4", "via | xx settembre | 4 | "],
  ["Via 4 Novembre", "via | 4 novembre |  | "],
  ["Via 4 Novembre 12", "via | 4 novembre | 12 | "],
  ["Via Zante 36, 20138 Milano (MI)", "via | zante | 36 | "],
  ["Via Zante 36 - 20138 Milano MI", "via | zante | 36 | "],
  ["Via Zante 36 Milano", "via | zante | 36 | "],
  ["Via Milano 3", "via | milano | 3 | "],
  ["Cascina Anna, Via Sant'Arnaldo 17", "via | san arnaldo | 17 | "],
  ["Via Verdi snc", "via | verdi |  | "],
  ["Donne Partigiane", "? | donne partigiane |  | "],
  ["Via Le", "via | le |  | "],
  ["", "? |  |  | "],
])("%s", (text, expected) => {
  expect(shown(text)).toBe(expected);
});

test("takes the postal code from the field, else from the text", () => {
  expect(of("Via Zante 36, 20138 Milano").postalCode).toBe("20138");
  expect(of("Via Zante 36", "Milano", "20100").postalCode).toBe("20100");
  expect(of("Via Zante 36").postalCode).toBeNull();
});

test("folds the town", () => {
  expect([of("Via A 1", "Forlì ").locality, of("Via A 1", "REGGIO  NELL'EMILIA").locality]).toEqual([
    "forli",
    "reggio nell emilia",
  ]);
});

test("a door is a name, a number and a town", () => {
  expect([of("Via Zante 36"), of("Via Zante"), of("36"), of("Via Zante 36", "?")].map(isComplete)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test("analyses any text, and case, accents and spaces make no difference", () => {
  const word = fc.stringMatching(/^[a-zàèéìòù'. ]{1,12}$/);
  const address = fc.tuple(word, word, fc.nat(9999)).map(([a, b, n]) => `Via ${a} ${b}, ${n}`);
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" }), address), (text) => {
      expect(of(` ${text}\t`)).toEqual(of(text));
    }),
  );
  fc.assert(
    fc.property(address, (text) => {
      expect(of(text.toUpperCase().replaceAll(" ", "  "))).toEqual(of(text.normalize("NFD")));
    }),
  );
});
