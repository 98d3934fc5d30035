import { InvalidRecordError } from "../../domain/kit/check";
import { checkNumbers } from "./check-numbers";
import { definitionsOf } from "./definitions";
import type { Mapping } from "./mapping.schema";
import type { MappingFault } from "./mapping-fault";
import type { HubWords, Owners } from "./starter-words";

type Path = MappingFault["path"];

/** Rules that no schema can express: parts of a mapping must fit each other and the hub. */
export function checkMapping(mapping: Mapping, hub: HubWords): MappingFault[] {
  return [
    ...collisions(mapping, hub),
    ...mapping.records.flatMap((record, i) => checkRecord(mapping, record, ["records", i], hub)),
    ...checkCode(mapping.source.organizationCode, ["source", "organizationCode"], bodies(mapping, hub)),
    ...mapping.services.flatMap((service, i) => [
      ...checkCode(service.organizationCode, ["services", i, "organizationCode"], bodies(mapping, hub)),
      ...[...service.targetGroupCodes, ...service.serviceTypeCodes].flatMap((code) =>
        checkCode(code, ["services", i], words(mapping, hub)),
      ),
      ...(service.code.startsWith(`${mapping.source.code}:`)
        ? []
        : [
            fault(
              ["services", i, "code"],
              `is ${service.code}`,
              `Begin it with ${mapping.source.code}:, the code of the source.`,
            ),
          ]),
    ]),
    ...checkNumbers(mapping),
    ...untrue(mapping),
  ];
}

const fault = (path: Path, message: string, hint: string): MappingFault => ({ path, message, hint });

interface Known {
  readonly what: string;
  readonly section: string;
  readonly codes: ReadonlySet<string>;
}

const words = ({ terms }: Mapping, hub: HubWords): Known => ({
  what: "term",
  section: "terms",
  codes: new Set([...hub.terms.keys(), ...terms.map(({ code }) => code)]),
});
const bodies = ({ organizations }: Mapping, hub: HubWords): Known => ({
  what: "organisation",
  section: "organizations",
  codes: new Set([...hub.organizations.keys(), ...organizations.map(({ code }) => code)]),
});

function checkCode(code: string | null, path: Path, { what, section, codes }: Known): MappingFault[] {
  if (code === null || codes.has(code)) return [];
  const known = [...codes].sort().slice(0, 30).join(", ") || "none";
  return [
    fault(
      path,
      `names the ${what} ${code}, which does not exist`,
      `Define it under ${section}, or use one of: ${known}.`,
    ),
  ];
}

/** An indicator belongs to the source that defines it, and so does every other definition. */
function collisions(
  { source, indicators, terms, organizations, services }: Mapping,
  hub: HubWords,
): MappingFault[] {
  const taken = (codes: Owners, section: string, list: readonly { readonly code: string }[]) =>
    list.flatMap(({ code }, i) => {
      const path = [section, i, "code"];
      // The hub's own data may come from this very source.
      if (codes.get(code)?.includes(source.code) === false)
        return [fault(path, `is ${code}, which the hub has already`, "Choose another code.")];
      const first = list.findIndex((other) => other.code === code);
      return first < i ? [fault(path, `is ${code} again`, "Define it once.")] : [];
    });
  return [
    ...(hub.sources.has(source.code)
      ? [
          fault(
            ["source", "code"],
            `is ${source.code}, which is a source of the hub already`,
            "Choose another code.",
          ),
        ]
      : []),
    ...taken(hub.indicators, "indicators", indicators),
    ...taken(hub.terms, "terms", terms),
    ...taken(hub.organizations, "organizations", organizations),
    ...taken(new Map(), "services", services),
  ];
}

function checkRecord(
  mapping: Mapping,
  record: Mapping["records"][number],
  path: Path,
  hub: HubWords,
): MappingFault[] {
  const needsKey = mapping.key === undefined && record.type !== "observation" && record.type !== "area";
  const missingKey = needsKey
    ? [
        fault(
          ["records", ...path.slice(1)],
          `is a ${record.type} without a key`,
          "Add key: a column that identifies each row.",
        ),
      ]
    : [];
  switch (record.type) {
    case "centre":
      return [
        ...missingKey,
        ...record.kinds.flatMap(({ term }, k) =>
          choices(term, [...path, "kinds", k, "term"], words(mapping, hub)),
        ),
        ...(record.kinds.length > 0 && mapping.source.modified === null
          ? [
              fault(
                ["source", "modified"],
                "is still empty",
                "A kind needs the day, month or year in which the source said so.",
              ),
            ]
          : []),
        ...checkHours(mapping, record.hours, path),
        ...checkCode(record.managerCode, [...path, "managerCode"], bodies(mapping, hub)),
        ...checkCode(record.ownerCode, [...path, "ownerCode"], bodies(mapping, hub)),
        ...drawn(mapping, record.position?.geometry === true ? "point" : null, [...path, "position"]),
      ];
    case "serviceAtLocation": {
      const services = {
        what: "service",
        section: "services",
        codes: new Set(mapping.services.map(({ code }) => code)),
      };
      const hasCentre = mapping.records.some(({ type }) => type === "centre");
      return [
        ...missingKey,
        ...choices(record.service, [...path, "service"], services),
        ...checkHours(mapping, record.hours, path),
        ...(hasCentre ? [] : [fault(path, "has no centre to be at", "Add a record of type centre.")]),
      ];
    }
    case "observation": {
      const codes = new Set(mapping.indicators.map(({ code }) => code));
      const indicators = { what: "indicator", section: "indicators", codes };
      return record.values.flatMap(({ indicator }, v) =>
        choices(indicator, [...path, "values", v, "indicator"], indicators),
      );
    }
    case "area":
      return drawn(mapping, "polygon", path);
    case "organization":
      return missingKey;
  }
}

/** Every code that a choice can give. */
function choices(
  choice: { readonly constant?: string; readonly map?: Readonly<Record<string, string | null>> },
  path: Path,
  known: Known,
): MappingFault[] {
  if (choice.constant !== undefined) return checkCode(choice.constant, [...path, "constant"], known);
  return Object.entries(choice.map ?? {}).flatMap(([word, code]) =>
    checkCode(code, [...path, "map", word], known),
  );
}

function checkHours(
  { source }: Mapping,
  hours: { readonly year?: number; readonly timezone: string } | undefined,
  path: Path,
): MappingFault[] {
  if (hours === undefined) return [];
  const noYear = hours.year === undefined && source.modified === null;
  return [
    ...(noYear
      ? [
          fault(
            [...path, "hours", "year"],
            "is missing",
            "Days without a year need one: give year, or source.modified.",
          ),
        ]
      : []),
    ...(isTimezone(hours.timezone)
      ? []
      : [fault([...path, "hours", "timezone"], `is ${hours.timezone}`, "Write a zone such as Europe/Rome.")]),
  ];
}

function isTimezone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

function drawn({ file }: Mapping, geometry: "point" | "polygon" | null, path: Path): MappingFault[] {
  if (geometry === null || file.geometry === geometry) return [];
  return [
    fault(
      path,
      `needs a GeoJSON of geometry ${geometry}`,
      "Correct file.format and file.geometry, or take other columns.",
    ),
  ];
}

/** Errors of the definitions' constructors. */
function untrue(mapping: Mapping): MappingFault[] {
  return definitionsOf(mapping).flatMap(({ path, create }) => {
    try {
      create();
      return [];
    } catch (error) {
      if (!(error instanceof InvalidRecordError)) throw error;
      return error.problems.map(({ field, rule }) => fault([...path, field], "cannot be true", `${rule}.`));
    }
  });
}
