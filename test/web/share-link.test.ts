import { readShareLink, writeShareLink } from "../../src/web/kit/share-link";

test("keeps an operation unchanged through an address", () => {
  const link = { query: 'query A {\n  a(b: "à & + # %")\n}', variables: '{ "x": 1 }', operationName: "A" };
  expect(readShareLink(writeShareLink(link))).toEqual(link);
});

test("leaves out what the operation does not have", () => {
  expect(writeShareLink({ query: "{a}", variables: " ", operationName: null })).toBe("?query=%7Ba%7D");
});

test("reads nothing from an address without a query", () => {
  expect(readShareLink("?variables={}")).toBeNull();
  expect(readShareLink("?query=%20")).toBeNull();
});

test("writes no link rather than one that a gateway would reject", () => {
  const link = (length: number) =>
    writeShareLink({ query: "x".repeat(length), variables: null, operationName: null });
  expect(link(7000)).toHaveLength("?query=".length + 7000);
  expect(link(8000)).toBe("");
});
