import fc from "fast-check";
import { addEdits, type EditedForm, overridden, withEdits } from "../../../src/domain/kit/edits";
import { centreRecord } from "../../../src/domain/places/centre";
import { serviceRecord } from "../../../src/domain/services/service";
import { runs } from "../../support/runs";

const form: EditedForm = {
  itemKey: (field) => (field === "list" ? (item) => (item as Item).key : null),
  isDerived: (field) => field === "derived",
};

interface Item {
  readonly key: string;
  readonly value: number;
}

const item = (key: string, value: number): Item => ({ key, value });

test("an edit of one item leaves the others to the source: additions, changes and removals", () => {
  const edits = addEdits(
    {},
    { list: [item("a", 1), item("b", 1), item("c", 1)] },
    { list: [item("a", 2), item("b", 1), item("d", 1)] },
    form,
  );
  const stated = { list: [item("a", 1), item("c", 3), item("e", 1)] };
  expect(withEdits(stated, edits, form)).toEqual({ list: [item("a", 2), item("e", 1), item("d", 1)] });
  expect(overridden(stated, edits, form)).toEqual([
    { field: "list", item: "c", source: item("c", 3), editor: null },
    { field: "list", item: "a", source: item("a", 1), editor: item("a", 2) },
  ]);
});

test("a later edit of another item keeps the earlier ones, and the last edit of an item counts", () => {
  const first = { list: [item("a", 1), item("b", 1)] };
  const second = { list: [item("a", 2), item("b", 1)] };
  const third = { list: [item("a", 3)] };
  const edits = addEdits(addEdits({}, first, second, form), second, third, form);
  expect(withEdits(first, edits, form)).toEqual({ list: [item("a", 3)] });
});

test("another order of the same items is no edit", () => {
  const [a, b] = [item("a", 1), item("b", 1)];
  expect(addEdits({}, { list: [a, b] }, { list: [b, a] }, form)).toEqual({});
});

test("a whole list of an older hub stays whole", () => {
  const edits = addEdits({ list: [item("a", 2)] }, { list: [item("a", 2)] }, { list: [item("a", 3)] }, form);
  expect(edits).toEqual({ list: [item("a", 3)] });
  expect(withEdits({ list: [item("b", 1)] }, edits, form)).toEqual({ list: [item("a", 3)] });
});

test("a source that states nothing is not overridden, nor is a field that the hub derives", () => {
  const edits = { name: "A", notes: "N", derived: [1], gone: null };
  expect(overridden({ name: "B", notes: null, derived: [2], gone: "there" }, edits, form)).toEqual([
    { field: "name", item: null, source: "B", editor: "A" },
    { field: "gone", item: null, source: "there", editor: null },
  ]);
});

/** The kind of each public report, as an edit of `languages` of a service: stored, edited, imported, right. */
test.each([
  [
    "a new item of the file does not remove the editor's (mautic/mautic#1602)",
    "it",
    "it en",
    "it fr",
    "it fr en",
  ],
  [
    "items of both are kept (knadh/listmonk#2010)",
    "it en",
    "it en de fr",
    "it en ar zh",
    "it en ar zh de fr",
  ],
  ["a removal is not undone (gorhill/uBlock#819)", "it en fr", "it fr", "it en fr", "it fr"],
  ["an item of both is there once, none is removed (tine20/tine20#3660)", "it", "it en", "it en", "it en"],
  ["an edited list is not reset to that of the file (jellyfin/jellyfin#8888)", "it", "en", "it", "en"],
  [
    "an untouched list follows the file after another edit (Kareadita/Kavita#4133)",
    "it",
    "it",
    "it en",
    "it en",
  ],
  ["the file's removal of another item arrives (shaarli/Shaarli#2023)", "it en", "it en fr", "it", "it fr"],
])("%s", (_, stored, edited, stated, right) => {
  const languages = (text: string) => ({ languages: text.split(" ") });
  const edits = addEdits({}, languages(stored), languages(edited), serviceRecord);
  expect(withEdits(languages(stated), edits, serviceRecord)).toEqual(languages(right));
});

const lists = fc.uniqueArray(
  fc.record({ key: fc.constantFrom("a", "b", "c", "d"), value: fc.integer({ min: 0, max: 2 }) }),
  { selector: ({ key }) => key },
);

test("every item that the editor left alone is as the source has it, every other as the editor has it", () => {
  fc.assert(
    fc.property(lists, lists, lists, (before, after, later) => {
      const edits = addEdits({}, { list: before }, { list: after }, form);
      const { list } = withEdits({ list: later }, edits, form);
      for (const key of ["a", "b", "c", "d"]) {
        const of = (items: readonly Item[]) => items.find((each) => each.key === key)?.value;
        const expected = of(before) === of(after) ? of(later) : of(after);
        if (of(list) !== expected) return false;
      }
      return true;
    }),
    { numRuns: runs(200) },
  );
});

test.each([
  [
    centreRecord,
    ["equipment", "accessibility", "capacity", "externalIdentifiers", "strategyCodes", "sourceCodes"],
  ],
  [
    serviceRecord,
    [
      "careDomains",
      "channels",
      "languages",
      "serviceAreaCodes",
      "serviceTypeCodes",
      "sourceCodes",
      "targetGroupCodes",
    ],
  ],
])("record %#: its keyed lists are edited item by item", (definition, expected) => {
  const keyed = Object.keys(definition.shape).filter((field) => definition.itemKey(field) !== null);
  expect(keyed).toEqual(expect.arrayContaining(expected));
  expect(keyed).not.toEqual(expect.arrayContaining(["areaCodes"]));
});
