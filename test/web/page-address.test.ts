import { languageOf, readAddress, writeAddress } from "../../src/web/page/address/address";

test.each([
  ["", { view: "", language: null, values: {} }],
  ["?view=city&lang=en&period=2024", { view: "city", language: "en", values: { period: "2024" } }],
  ["?lang=fr&area=nil%3A42", { view: "", language: null, values: { area: "nil:42" } }],
  // The last of two counts.
  ["?view=city&view=find", { view: "find", language: null, values: {} }],
] as const)("reads %s", (search, address) => {
  expect(readAddress(search)).toEqual(address);
});

test("one state has one address, and it is read back", () => {
  const address = {
    view: "city",
    language: "it",
    values: { indicator: "share_65plus", period: "" },
  } as const;
  const search = writeAddress(address);
  expect(search).toBe("?view=city&indicator=share_65plus&lang=it");
  expect(writeAddress(readAddress(search))).toBe(search);
});

test.each([
  [["en-GB", "it"], "en"],
  [["fr", "IT-it"], "it"],
  [["fr"], "it"],
  [[], "it"],
] as const)("a browser that prefers %j gets %s", (preferred, language) => {
  expect(languageOf(preferred)).toBe(language);
});
