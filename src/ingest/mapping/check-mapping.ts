import { InvalidRecordError } from "../../domain/kit/check";
import { isTimezone } from "../../domain/schedule/local-time";
import { checkNumbers } from "./check-numbers";
import { definitionsOf } from "./definitions";
import { checkChoice, checkCode, codesOfChoice, type KnownCodes, knownCodes } from "./known-codes";
import type { Mapping } from "./mapping.schema";
import { faultUnless, type MappingFault } from "./mapping-fault";
import type { HubWords, Owners } from "./starter-words";

type Path = MappingFault["path"];

/** Rules that no schema can express: parts of a mapping must fit each other and the hub. */
export function checkMapping(mapping: Mapping, hub: HubWords): MappingFault[] {
  const known = knownCodes(mapping, hub);
  const { source } = mapping;
  return [
    ...collisions(mapping, hub),
    ...mapping.records.flatMap((record, i) => checkRecord(mapping, record, ["records", i], known, hub)),
    ...checkCode(source.organizationCode, ["source", "organizationCode"], known.organizations),
    ...mapping.services.flatMap((service, i) => [
      ...checkCode(service.organizationCode, ["services", i, "organizationCode"], known.organizations),
      ...[...service.targetGroupCodes, ...service.serviceTypeCodes].flatMap((code) =>
        checkCode(code, ["services", i], known.terms),
      ),
    ]),
    ...(["partnerships", "services"] as const).flatMap((section) =>
      mapping[section].flatMap(({ code }, i) =>
        faultUnless(
          code.startsWith(`${source.code}:`),
          [section, i, "code"],
          `is ${code}`,
          `Begin it with ${source.code}:, the code of the source.`,
        ),
      ),
    ),
    ...mapping.uses.flatMap((code, i) =>
      faultUnless(
        hub.definitions.has(code),
        ["uses", i],
        `names the indicator ${code}, which neither the hub nor another mapping file defines`,
        "Define it under indicators.",
      ),
    ),
    ...checkNumbers(mapping, known.indicators),
    ...untrue(mapping),
  ];
}

/** An indicator belongs to the source that defines it, and so does every other definition. */
function collisions(
  { source, like, indicators, terms, organizations, services }: Mapping,
  hub: HubWords,
): MappingFault[] {
  const { code } = source;
  const taken = (owners: Owners, section: string, list: readonly { readonly code: string }[]) =>
    list.flatMap(({ code }, i) => {
      const path = [section, i, "code"];
      // The hub's own data may come from this very source.
      const isFree = owners.get(code)?.includes(source.code) !== false;
      const isFirst = list.findIndex((other) => other.code === code) === i;
      return isFree
        ? faultUnless(isFirst, path, `is ${code} again`, "Define it once.")
        : faultUnless(false, path, `is ${code}, which the hub has already`, hintOf(section));
    });
  const hintOf = (section: string): string =>
    section === "indicators"
      ? "Name it under uses instead, or choose another code."
      : section === "services"
        ? "Choose another code."
        : "Use it without defining it, or choose another code.";
  const message = `is ${code}, which is a source of the hub already`;
  return [
    ...faultUnless(!hub.sources.has(code), ["source", "code"], message, "Choose another code."),
    // Its definitions are those of another file.
    ...(like !== undefined
      ? []
      : [
          ...taken(hub.indicators, "indicators", indicators),
          ...taken(hub.terms, "terms", terms),
          ...taken(hub.organizations, "organizations", organizations),
          ...taken(new Map(), "services", services),
        ]),
  ];
}

function checkRecord(
  mapping: Mapping,
  record: Mapping["records"][number],
  path: Path,
  known: KnownCodes,
  { strategies }: HubWords,
): MappingFault[] {
  const hasKey = faultUnless(
    mapping.key !== undefined,
    path,
    `is a ${record.type} without a key`,
    "Add key: a column that identifies each row.",
  );
  switch (record.type) {
    case "centre":
      return [
        ...hasKey,
        ...record.kinds.flatMap(({ term }, k) =>
          checkChoice(term, [...path, "kinds", k, "term"], known.terms),
        ),
        ...faultUnless(
          record.kinds.every(({ assertedOn }) => assertedOn !== undefined) ||
            mapping.source.modified !== null,
          ["source", "modified"],
          "is still empty",
          "A kind needs the day, month or year in which the source said so.",
        ),
        ...checkHours(mapping, record.hours, [...path, "hours"]),
        ...checkCode(record.managerCode, [...path, "managerCode"], known.organizations),
        ...checkCode(record.ownerCode, [...path, "ownerCode"], known.organizations),
        ...(record.position?.geometry === true ? drawn(mapping, "point", [...path, "position"]) : []),
      ];
    case "centreKind":
      return [
        ...checkChoice(record.term, [...path, "term"], known.terms),
        ...record.disputes.flatMap((code, d) => checkCode(code, [...path, "disputes", d], known.terms)),
      ];
    case "serviceAtLocation": {
      const hasCentre = mapping.records.some(({ type }) => type === "centre");
      return [
        ...hasKey,
        ...checkChoice(record.service, [...path, "service"], known.services),
        ...checkHours(mapping, record.hours, [...path, "hours"]),
        ...faultUnless(hasCentre, path, "has no centre to be at", "Add a record of type centre."),
      ];
    }
    case "service": {
      const { organization, targetGroups, serviceTypes } = record;
      return [
        ...hasKey,
        ...(organization === undefined
          ? []
          : checkChoice(organization, [...path, "organization"], known.organizations)),
        ...Object.entries({ targetGroups, serviceTypes }).flatMap(([field, { map, prefix = "" } = {}]) =>
          Object.values(map ?? {}).flatMap((code) =>
            checkCode(code === null ? null : `${prefix}${code}`, [...path, field], known.terms),
          ),
        ),
        ...checkHours(mapping, record.hours, [...path, "hours"]),
      ];
    }
    case "observation":
      return record.values.flatMap(({ indicator }, v) =>
        checkChoice(indicator, [...path, "values", v, "indicator"], known.indicators),
      );
    case "area":
      // Without boundaries a table may name areas; their union needs them.
      return mapping.file.format === "geojson" || record.union !== undefined
        ? drawn(mapping, "polygon", path)
        : [];
    case "hint":
    case "overlap":
      return [];
    case "organization":
      return record.key === undefined ? hasKey : [];
    case "membership": {
      const { organization, partnership } = record;
      const givesOne = mapping.records.some(({ type }) => type === "organization");
      return [
        ...checkChoice(partnership, [...path, "partnership"], known.partnerships),
        ...(organization === undefined
          ? faultUnless(givesOne, path, "has no organisation", "Add organization, or a record of that type.")
          : checkChoice(organization, [...path, "organization"], known.organizations)),
      ];
    }
    case "strategyStep":
      return [
        ...hasKey,
        ...codesOfChoice(record.strategy).flatMap((code) =>
          faultUnless(
            strategies.has(code),
            [...path, "strategy"],
            `names the strategy ${code}, which does not exist`,
            `Use one of: ${[...strategies].join(", ")}.`,
          ),
        ),
      ];
  }
}

function checkHours(
  { source }: Mapping,
  hours: { readonly year?: number; readonly timezone: string } | undefined,
  path: Path,
): MappingFault[] {
  if (hours === undefined) return [];
  const { year, timezone } = hours;
  const yearHint = "Days without a year need one: give year, or source.modified.";
  const zoneHint = "Write a zone such as Europe/Rome.";
  return [
    ...faultUnless((year ?? source.modified) !== null, [...path, "year"], "is missing", yearHint),
    ...faultUnless(isTimezone(timezone), [...path, "timezone"], `is ${timezone}`, zoneHint),
  ];
}

const drawn = ({ file }: Mapping, geometry: "point" | "polygon", path: Path): MappingFault[] =>
  faultUnless(
    file.geometry === geometry,
    path,
    `needs a GeoJSON of geometry ${geometry}`,
    "Correct file.format and file.geometry, or take other columns.",
  );

/** Errors of the definitions' constructors. */
const untrue = (mapping: Mapping): MappingFault[] =>
  definitionsOf(mapping).flatMap(({ path, create }) => {
    try {
      create();
      return [];
    } catch (error) {
      if (!(error instanceof InvalidRecordError)) throw error;
      return error.problems.map(({ field, rule }) => ({
        path: [...path, field],
        message: "cannot be true",
        hint: `${rule}.`,
      }));
    }
  });
