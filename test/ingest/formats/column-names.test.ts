import { matchColumns } from "../../../src/ingest/formats/column-names";

const match = (found: readonly string[], aliases?: Readonly<Record<string, readonly string[]>>) =>
  matchColumns(found, ["Nome Sede", "65 e +"], aliases);

test("accepts columns with the expected names, beside any others", () => {
  expect(match(["id", "65 e +", "Nome Sede", "nome sede"])).toEqual({
    names: ["id", "65 e +", "Nome Sede", "nome sede"],
    others: [],
    missing: [],
    twice: [],
  });
});

test("recognises a column by a declared name and reports the name", () => {
  const { names, others } = match(["name", "65 e +"], { "Nome Sede": ["name", "site"] });
  expect(names).toEqual(["Nome Sede", "65 e +"]);
  expect(others).toEqual([{ name: "Nome Sede", found: "name", declared: true }]);
});

test.each(["NOME SEDE", "nome_sede", "Nòme  Sede", "Nome\u00a0Sede", "\uFEFFnome sede", "NomeSede"])(
  "recognises a column named %j",
  (found) => {
    expect(match([found, "65 e +"])).toMatchObject({
      names: ["Nome Sede", "65 e +"],
      others: [{ name: "Nome Sede", found, declared: false }],
    });
  },
);

test("never accepts a name with another meaning", () => {
  expect(match(["Nome Sede", "65 e"]).missing).toEqual(["65 e +"]);
  expect(match(["Nome Sede 2", "65 e +"]).missing).toEqual(["Nome Sede"]);
});

test("does not choose between two possible columns", () => {
  expect(match(["nome sede", "NOME SEDE", "65 e +"]).twice).toEqual(["Nome Sede"]);
  expect(match(["Nome Sede", "Nome Sede", "65 e +"]).twice).toEqual(["Nome Sede"]);
});

test("a column has one name only", () => {
  expect(matchColumns(["NOME"], ["nome", "Nome"])).toMatchObject({ names: ["nome"], missing: ["Nome"] });
});
