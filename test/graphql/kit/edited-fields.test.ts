import fc from "fast-check";
import { centreRecord } from "../../../src/domain/places/centre";
import { editedFields } from "../../../src/graphql/kit/edited-fields";

const names = ["accessibility", "address", "kind", "manager", "strategies"];
const edited = editedFields(names, centreRecord, { kind: "kindHistory" });

test("an input field that no record field stands for is a fault of the code", () => {
  expect(() => editedFields(["colour"], centreRecord, {})).toThrow("No field of Centre is called colour.");
});

test("an item keeps the place that the editor gave it, wherever it is in the record", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (order) => {
      const { patch, places } = edited.patchOf({
        accessibility: order.map((n) => ({ feature: `F${n}`, note: { it: "" } })),
      });
      const given = patch.accessibility as readonly { readonly feature: string }[];
      const sorted = [...given].sort((a, b) => (a.feature < b.feature ? -1 : 1));
      for (const i of order)
        expect(edited.placeOf(`accessibility[${i}].note.it`, { accessibility: sorted }, places)).toEqual([
          "fields",
          "accessibility",
          String(order.indexOf(i)),
          "note",
          "it",
        ]);
    }),
  );
});

test.each([
  ["managerCode", ["fields", "manager"]],
  ["strategyCodes[1]", ["fields", "strategies", "1"]],
  ["kindHistory[3].kindCode", ["fields", "kind", "kind"]],
  ["kindHistory", ["fields", "kind"]],
  // A field of the record that this edit did not give.
  ["address.postalCode", ["fields", "address", "postalCode"]],
  // What the hub fills in.
  ["areaCodes[0]", ["fields"]],
  ["sourceCodes", ["fields"]],
  ["code", ["code"]],
])("%s of a record has its place in the input", (place, path) => {
  expect(edited.placeOf(place, {}, new WeakMap())).toEqual(path);
});
