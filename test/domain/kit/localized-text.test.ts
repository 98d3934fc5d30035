import { localizedText } from "../../../src/domain/kit/localized-text";
import { defineRecord } from "../../../src/domain/kit/record";
import { refusalOf } from "../../support/record-constructor";

const thing = defineRecord("Thing", { name: localizedText() });
const checked = (it: string, en: string | null) => () => thing.create({ name: { it, en } });

test.each([
  ["Casa", "Centre"],
  ["Casa", null],
])("a text has Italian, and optionally English: %s, %s", (it, en) => {
  expect(checked(it, en)()).toEqual({ name: { it, en } });
});

test.each([
  ["", "Centre", ["name.it"]],
  [" \n", null, ["name.it"]],
  ["Casa", "", ["name.en"]],
  [" ", " ", ["name.it", "name.en"]],
])("an existing text is not empty: %j, %j", (it, en, fields) => {
  expect(refusalOf(checked(it, en)).problems.map(({ field }) => field)).toEqual(fields);
});
