import { operationNameIn } from "../../src/web/playground/operation-name";

const two = "query A { a } query B { b }";

test.each([
  ["keeps the chosen operation", two, "B", "B"],
  ["takes the first operation when the choice is of another text", two, "Before", "A"],
  ["takes the first operation without a choice", two, null, "A"],
  ["replaces the name of a text before", "query Now { a }", "Before", "Now"],
  ["has no name for an operation without one", "{ a }", "Before", undefined],
  ["has no name for fragments only", "fragment F on Area { name }", "Before", undefined],
  ["has no name for a text that is not GraphQL", "query {", "Before", undefined],
])("%s", (_, query, chosen, expected) => {
  expect(operationNameIn(query, chosen)).toBe(expected);
});
