import { checking } from "../../../src/domain/kit/check";
import { checkLocalizedText } from "../../../src/domain/kit/localized-text";
import { refusalOf } from "../../support/record-constructor";

const checked = (it: string, en: string | null) => {
  const record = checking("Thing", "t", { it, en });
  checkLocalizedText(record, "name", { it, en });
  return record;
};

test.each([
  ["Casa", "House"],
  ["Casa", null],
])("a text is Italian, and perhaps English: %s, %s", (it, en) => {
  expect(checked(it, en).passed()).toEqual({ it, en });
});

test.each([
  ["", "House", ["name.it"]],
  [" \n", null, ["name.it"]],
  ["Casa", "", ["name.en"]],
  [" ", " ", ["name.it", "name.en"]],
])("a text that is there is not empty: %j, %j", (it, en, fields) => {
  expect(refusalOf(checked(it, en).passed).problems.map(({ field }) => field)).toEqual(fields);
});
