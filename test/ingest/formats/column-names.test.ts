import { matchColumns } from "../../../src/ingest/formats/column-names";

const match = (found: readonly string[], aliases?: Readonly<Record<string, readonly string[]>>) =>
  matchColumns(found, ["Nome Sede", "65 e +"], aliases);

test("takes columns that are called as expected, whatever stands beside them", () => {
  expect(match(["id", "65 e +", "Nome Sede", "nome sede"])).toEqual({
    names: ["id", "65 e +", "Nome Sede", "nome sede"],
    others: [],
    missing: [],
    twice: [],
  });
});

test("knows a column by a declared name and tells which one it was", () => {
  const { names, others } = match(["name", "65 e +"], { "Nome Sede": ["name", "site"] });
  expect(names).toEqual(["Nome Sede", "65 e +"]);
  expect(others).toEqual([{ name: "Nome Sede", found: "name", declared: true }]);
});

test.each(["NOME SEDE", "nome_sede", "Nòme  Sede", "Nome\u00a0Sede", "\uFEFFnome sede", "NomeSede"])(
  "knows a column that is called %j",
  (found) => {
    expect(match([found, "65 e +"])).toMatchObject({
      names: ["Nome Sede", "65 e +"],
      others: [{ name: "Nome Sede", found, declared: false }],
    });
  },
);

test("never takes a name that means something else", () => {
  expect(match(["Nome Sede", "65 e"]).missing).toEqual(["65 e +"]);
  expect(match(["Nome Sede 2", "65 e +"]).missing).toEqual(["Nome Sede"]);
});

test("does not choose between two columns that could be meant", () => {
  expect(match(["nome sede", "NOME SEDE", "65 e +"]).twice).toEqual(["Nome Sede"]);
  expect(match(["Nome Sede", "Nome Sede", "65 e +"]).twice).toEqual(["Nome Sede"]);
});

test("a column stands for one name only", () => {
  expect(matchColumns(["NOME"], ["nome", "Nome"])).toMatchObject({ names: ["nome"], missing: ["Nome"] });
});
