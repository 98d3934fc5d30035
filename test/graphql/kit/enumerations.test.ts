import { labels } from "../../../src/domain/kit/messages/en/labels";
import type { enumType } from "../../../src/graphql/kit/enum-type";
import type { Enumeration } from "../../../src/graphql/kit/enumeration.type";
import { startHub, type TestHub } from "../../support/hub";

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
});

interface Answer {
  readonly enumerations: readonly Enumeration[] | null;
}

const fields = "{ name description values { value label { it en } description } }";

test("labels the values of the named enums, each once and in the order of the request", async () => {
  const { data } = await hub.ask<Answer>(
    `{ enumerations(names: ["FlatColumnType", "DistanceMethod", "FlatColumnType"]) ${fields} }`,
  );
  expect(data).toEqual({
    enumerations: [
      {
        name: "FlatColumnType",
        description: "Type of the values of a column.",
        values: [
          { value: "BOOLEAN", label: { it: "Sì o no", en: "Yes or no" }, description: "True or false." },
          { value: "NUMBER", label: { it: "Numero", en: "Number" }, description: "Number." },
          { value: "TEXT", label: { it: "Testo", en: "Text" }, description: "Text, code or date." },
        ],
      },
      {
        name: "DistanceMethod",
        description: "Method of measuring a distance.",
        values: [
          {
            value: "STRAIGHT_LINE",
            label: { it: "Linea d'aria", en: "Straight line" },
            description: expect.stringContaining("haversine"),
          },
        ],
      },
    ],
  });
});

test("labels all enums of the schema, with values as the schema writes them", async () => {
  const { data, errors } = await hub.ask<Answer>(`{ enumerations ${fields} }`);
  expect(errors).toBeUndefined();
  const all = data!.enumerations!;
  expect(all.map(({ name }) => name)).toEqual(Object.keys(labels).sort());
  const unlabelled = all.flatMap(({ name, values }) =>
    values.filter(({ label }) => !label.it || !label.en).map(({ value }) => `${name}.${value}`),
  );
  expect(unlabelled).toEqual([]);
  const types = all.find(({ name }) => name === "RecordType")!;
  expect(types.values.find(({ value }) => value === "ENGAGEMENT_EVENT")?.label).toEqual({
    it: "Evento di partecipazione",
    en: "Participation event",
  });
});

test("suggests names for an enum that does not exist", async () => {
  const { data, errors } = await hub.ask<Answer>('{ enumerations(names: ["Weekdays"]) { name } }');
  expect(data).toEqual({ enumerations: null });
  expect(errors).toEqual([
    expect.objectContaining({
      message: '"Weekdays" is not an enum of the schema.',
      extensions: expect.objectContaining({
        code: "UNKNOWN_CODE",
        where: "names",
        hint: expect.stringContaining('The nearest names are "Weekday". '),
        hintIt: expect.stringContaining('I nomi più vicini sono "Weekday". '),
      }),
    }),
  ]);
});

test("an enum without a label for each value, or with one too many, does not compile", () => {
  const values = { TRUE: "Yes.", FALSE: "No." };
  // @ts-expect-error the catalogue has no labels for these values.
  const missing: Parameters<typeof enumType<keyof typeof values>>[0] = "Weekday";
  // @ts-expect-error the catalogue has labels for more values.
  const more: Parameters<typeof enumType<"BOOLEAN" | "NUMBER">>[0] = "FlatColumnType";
  const exact: Parameters<typeof enumType<"BOOLEAN" | "NUMBER" | "TEXT">>[0] = "FlatColumnType";
  expect([missing, more, exact]).toEqual(["Weekday", "FlatColumnType", "FlatColumnType"]);
});
