import fc from "fast-check";
import { excerptOf } from "../../../src/domain/text/excerpt";
import { typedWords } from "../../../src/domain/text/typed-words";
import { compoundsOf, fold, forgivenTypos, searchWords, withoutEnding } from "../../../src/domain/text/words";
import { runs } from "../../support/runs";

const anyText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        "dell'età",
        "L’Isola",
        "co-design",
        "Città",
        "È",
        "15/a",
        "MI@OVER.NET",
        " ",
        ", ",
        "ß",
      ),
    )
    .map((parts) => parts.join("")),
);

const folded = (text: string): string[] => searchWords(text).map((word) => word.folded);

test("folding leaves letters and digits only, and folding twice changes nothing", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const once = fold(text);
      expect(fold(once)).toBe(once);
      expect(once).toMatch(/^[\p{L}\p{N}]*$/u);
    }),
    { numRuns: runs(1000) },
  );
});

test.each([
  ["l'età", ["l", "eta", "leta"]],
  ["l’eta'", ["l", "eta", "leta"]],
  ["CITTA' STUDI", ["citta", "studi"]],
  ["Sant`Uguzzone", ["sant", "uguzzone", "santuguzzone"]],
  ["MI@OVER.NET - Servizi", ["mi", "over", "net", "servizi", "miovernet"]],
  ["tombola,merenda", ["tombola", "merenda"]],
  ["De Andre\u0301", ["de", "andre"]],
  ["Ⅻ ½ ﬁne", ["xii", "12", "fine"]],
  ["", []],
  [" '’. ", []],
])("%p has the words %p", (text, words) => {
  expect(folded(text)).toEqual(words);
});

test("every word is at its stated place, whole", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const word of searchWords(text))
        expect(fold(text.slice(word.start, word.start + word.length))).toBe(word.folded);
      const starts = compoundsOf(text).flatMap((compound) => compound.map(({ start }) => start));
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
    }),
    { numRuns: runs(1000) },
  );
});

test.each([
  [["anziano", "anziani", "anziane"], "anzian"],
  [["biblioteca", "biblioteche"], "bibliotec"],
  [["centro", "centri", "centre", "centres"], "centr"],
  [["servizio", "servizi"], "serviz"],
  [["famiglia", "famiglie"], "famigl"],
  [["family", "families"], "famil"],
  [["house", "houses", "housing"], "hous"],
  [["live", "lives", "living"], "liv"],
  [["king"], "king"],
  [["via"], "via"],
  [["casa", "case"], "cas"],
  [["aiuole"], "aiuol"],
  [["2024"], "2024"],
  [["eeee"], "eeee"],
])("%p without the ending are: %p", (words, stem) => {
  expect(words.map(withoutEnding)).toEqual(words.map(() => stem));
});

test("tolerance for mistakes depends on the length of a word, and numbers have none", () => {
  expect(["cam", "casa", "boifava", "quartiere", "2024567", "15a"].map(forgivenTypos)).toEqual([
    0, 1, 1, 2, 0, 0,
  ]);
});

test.each([
  ["dell'anziano", [{ forms: ["anziano", "dellanziano"], isPrefix: true }]],
  [
    "centro per Anziani, centro",
    [
      { forms: ["anziani"], isPrefix: false },
      { forms: ["centro"], isPrefix: true },
    ],
  ],
  ["casa di", [{ forms: ["casa"], isPrefix: false }]],
  [
    "Da La",
    [
      { forms: ["da"], isPrefix: false },
      { forms: ["la"], isPrefix: true },
    ],
  ],
  ["?!", []],
])("the significant words of %p are %j", (text, words) => {
  expect(typedWords(text)).toEqual(words);
});

test("an excerpt is a part of the text, its ranges are hits, and no word or hit is cut", () => {
  const long = fc.array(anyText, { minLength: 1, maxLength: 40 }).map((parts) => parts.join(" "));
  fc.assert(
    fc.property(long, fc.infiniteStream(fc.nat(3)), (text, dice) => {
      const hits = searchWords(text).filter(() => dice.next().value === 0);
      const { text: piece, ranges } = excerptOf(text, hits);
      expect(text).toContain(piece.replace(/^…|…$/g, "").trim());
      expect(ranges.length > 0).toBe(hits.length > 0);
      const known = new Set(hits.map((hit) => text.slice(hit.start, hit.start + hit.length)));
      let end = 0;
      for (const { start, length } of ranges) {
        expect(start).toBeGreaterThanOrEqual(end);
        end = start + length;
        expect(known).toContain(piece.slice(start, end));
      }
    }),
    { numRuns: runs(500) },
  );
});

test("a long text is cut between words around its first hit", () => {
  const text = `${"prima ".repeat(30)}Boifava ${"dopo ".repeat(60)}`;
  const hits = searchWords(text).filter(({ folded: word }) => word === "boifava");
  const { text: piece, ranges } = excerptOf(text, hits);
  expect(piece).toBe(`…${"prima ".repeat(6)}Boifava ${"dopo ".repeat(22)}dopo…`);
  expect(ranges).toEqual([{ start: 37, length: 7 }]);
});
