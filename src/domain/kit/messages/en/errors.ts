import {
  hsdsLists,
  type Listed,
  type Lists,
  lookUp,
  type Numbers,
  english as number,
  quoted,
  quotedList,
  type Texts,
  type Url,
} from "../values";
import { type BinaryFile, binaryFiles } from "./binary-files";

/** What each variable of the environment must be. */
const needs = {
  boolean: "must be 1 or 0",
  bucket: "must be the name of a bucket: 3 to 63 small letters, digits, dots or hyphens",
  allowances:
    "must be off, or JSON with burst and perSecond of ANONYMOUS, PARTNER, CITY or WRONG_KEYS (docs/errors-and-limits.md)",
  deadline: "must be a number of milliseconds from 100 to 99999",
  folder: "must name a folder",
  header: "must be the name of a header, such as x-real-ip",
  host: "must be an IP address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them",
  issuers:
    "must be JSON: a list of issuers of tokens, each with issuer, audience and jwks (docs/identity.md)",
  originSecrets: "must be one or two secrets of 32 to 100 letters and digits, separated by a comma",
  port: "must be a whole number from 0 to 65535",
  table: "must be 3 to 255 letters, digits, or . _ -",
  url: "must be a URL such as http://localhost:8000",
};
export type VariableNeed = keyof typeof needs;

/** What is wrong with a token. */
const tokenFaults = {
  algorithm: "it is not signed with an algorithm that this hub accepts",
  audience: "it is for another audience",
  claims: "it lacks a claim that this hub needs, such as exp or sub",
  expired: "it has expired",
  form: "it is not a JWT",
  issuer: "this hub does not know its issuer",
  notYet: "it is not valid yet",
  signature: "its signature is not one of its issuer",
};
export type TokenFault = keyof typeof tokenFaults;

/** What is wrong with the address of a webhook. */
const webhookUrlFaults = {
  form: "it is not a URL",
  fragment: "the part after # never reaches a server",
  long: "it has more than 2,000 characters",
  password: "a user name or password in it would be seen by all who may see the webhook",
  private: "it is an address of a private network",
  scheme: "it does not begin with https://",
};
export type WebhookUrlFault = keyof typeof webhookUrlFaults;

/** What a parameter of HSDS must be. */
const hsdsNeeds = {
  boolean: "must be true or false",
  format: "must be json or ndjson",
  instant: "must be a date or an instant such as 2026-11-01T00:00:00Z",
  metres: "must be a whole number of metres from 1 to 15000",
  nested: "the services of an organisation are in /hsds/services?organization_id=",
  page: "must be a whole number from 1 on",
  perPage: "must be a whole number from 1 to 100",
  perPageMinimal: "must be a whole number from 1 to 10000",
  text: "must be a text",
  unknown: "this address has no such parameter",
  uuid: "must be a UUID",
  withPostcode: "needs postcode beside it",
};
export type HsdsNeed = keyof typeof hsdsNeeds;

const noSuch: Texts<Listed> = {
  actions: "No action",
  areas: "No area",
  centres: "No centre",
  dataQualityIssues: "No issue",
  expenditures: "No expenditure",
  importRuns: "No import",
  indicators: "No indicator",
  locations: "No location",
  organizations: "No organisation",
  partnerships: "No partnership",
  services: "No service",
  servicesAtLocation: "No service at a centre",
  sourceRefs: "No source",
  strategies: "No strategy",
  taxonomyTerms: "No term",
};

/** What a file may turn out to be. */
const contents = {
  any: "a file",
  csv: "CSV",
  json: "JSON",
  nothing: "nothing",
  other: "something else",
  packed: "a compressed file",
  page: "a web page",
  xml: "an XML document",
};
export type Content = keyof typeof contents;

/** Why an import cannot be undone. */
const obstacles = {
  isRollback: "undid another one: import the file again instead",
  ROLLED_BACK: "was already undone",
  RUNNING: "has not finished: start an import, which ends one that was killed, or wait",
};
export type RollbackObstacle = keyof typeof obstacles;

/** Where a mapping file names columns. */
export interface ColumnPlaces {
  readonly file: string;
  readonly columns: readonly (Texts<"name"> & Numbers<"line">)[];
}

interface HeaderFault extends Lists<"found"> {
  /** `null` where columns are not separated. */
  readonly separator: string | null;
  readonly places: ColumnPlaces | null;
}
interface MissingColumns extends HeaderFault {
  /** Of each the names under which it is known. */
  readonly missing: readonly (readonly string[])[];
}
type ColumnsTwice = HeaderFault & Lists<"twice">;

function asPublished(separator: string | null, places: ColumnPlaces | null): string {
  const by = separator === "\t" ? "a tab" : separator;
  const named = places?.columns.map(({ name, line }) => `${quoted(name)} at line ${line}`).join(", ");
  return [
    ...(by === null
      ? []
      : [`Use the file as it was published: columns separated by ${by}, names unchanged.`]),
    ...(named
      ? [`The mapping file ${places?.file} names ${named}: correct it, or give the other names as a list.`]
      : []),
  ].join(" ");
}

type Goalposts = Readonly<Record<"low" | "high", number | null | undefined>>;

const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${number(count)} ${many}`;
const percent = (share: number): string => `${number(Math.round(share * 100))}%`;
const bytes = (count: number): string => counted(count, "byte", "bytes");
const tooManyBytes = ({ name, size, most }: Texts<"name"> & Numbers<"size" | "most">): string =>
  `${name} has ${bytes(size)}; the limit is ${bytes(most)}.`;

const cheaper =
  "Wait so long. Cheaper are smaller pages (first) and fewer fields; a repeated GET of the same operation, whose answer is kept and costs nothing; and whole sets from /exports/. costOf gives the cost of an operation, rateLimit what is left; a partner's key has more.";
const tryAgain = "Try again in some seconds.";
const downloadLater = "Run the download again later. The data in the hub stay as they are.";
const publishersPage = "Look up the current address of the file on the page of the publisher.";
const makeRoom = "Free space on the disk that holds the data folder, then try again.";
const restoreFolder =
  "Move the whole folder away and put the last backup in its place (docs/hosting.md). Without a backup, start on an empty folder and import the sources again; changes of editors are then lost.";
const inParts = "Import it in parts, for example by year or by area.";
const someWords = "Write some words of a name, a place or a need, for example: centro anziani.";
const dates = "Write YYYY, YYYY-MM or YYYY-MM-DD; a half year is YYYY-S2, a quarter YYYY-Q3.";
const starterFormat = "Correct the file; data/README.md describes the format.";

const notOfLevel = ({ code, level }: Texts<"code" | "level">) => ({
  message: `areas names ${quoted(code)}, which is not an area of the level ${level} here.`,
  hint: `Look the code up with ${lookUp("areas", `(filter: { level: ${level} })`)}.`,
});

/** The errors of the hub by code: what is wrong, and what the reader can do about it. */
export const errors = {
  ALREADY_EXISTS: {
    download: ({ folder, pid }: Texts<"folder"> & Numbers<"pid">) => ({
      message: `Another download (process ${pid}) is running in ${folder}.`,
      hint: "Wait until it has finished, or give another folder.",
    }),
    record: ({ name }: Texts<"name">) => ({
      message: `${name} already exists.`,
      hint: "Update it, or give another code.",
    }),
    retired: ({ name }: Texts<"name">) => ({
      message: `${name} existed and was retired.`,
      hint: "Give another code, or none: the hub then creates one.",
    }),
  },
  /** What would be an error of the gateway without a text, in whatever form the client takes it. */
  ANSWER_TOO_LARGE: {
    file: ({ size, most, file }: Numbers<"size" | "most"> & Texts<"file">) => ({
      message: `The file has ${bytes(size)}; the limit is ${bytes(most)}.`,
      hint: `Narrow the filter, or take the whole set at ${file}.`,
    }),
    graphql: ({ size, most }: Numbers<"size" | "most">) => ({
      message: `The answer has ${bytes(size)}; the limit is ${bytes(most)}.`,
      hint: "Ask for smaller pages (first, after) or fewer fields.",
    }),
    hsds: ({ size, most }: Numbers<"size" | "most">) => ({
      message: `The answer has ${bytes(size)}; the limit is ${bytes(most)}.`,
      hint: "Ask for smaller pages (per_page), without full, or take the whole set as a file from /exports/.",
    }),
    whole: ({ size, most }: Numbers<"size" | "most">) => ({
      message: `The answer has ${bytes(size)}; the limit is ${bytes(most)}.`,
      hint: "Ask for a part of it, or take the whole set as a file from /exports/.",
    }),
  },
  BAD_REQUEST: {
    changeByGet: {
      message: "A GET request can only read, but this operation is a mutation.",
      hint: "Send it with POST, as application/json.",
    },
    charset: ({ charset }: Texts<"charset">) => ({
      message: `The request body is declared as ${charset}; only UTF-8 is supported.`,
      hint: "Send UTF-8.",
    }),
    contentType: ({ type }: Texts<"type">) => ({
      message: `The request body is declared as ${type}; only application/json is supported.`,
      hint: "Send JSON with the header content-type: application/json.",
    }),
    json: {
      message: "Invalid JSON in the request body.",
      hint: 'Send { "query": "…" } as application/json.',
    },
    method: ({ method }: Texts<"method">) => ({
      message: `GraphQL over HTTP does not support the method ${method}.`,
      hint: "Use GET or POST.",
    }),
    minVersion: {
      message: "extensions.minVersion must be a whole number from 0.",
      hint: "Give the version of an earlier answer (x-data-version), or leave it out.",
    },
    contentEncoding: ({ type }: Texts<"type">) => ({
      message: `The request body is encoded as ${quoted(type)}; the hub reads only plain request bodies.`,
      hint: "Send it without content-encoding: a request is small.",
    }),
    damagedText: {
      message: "The file is not in UTF-8: as text some of its characters were lost on the way.",
      hint: "Send content-type: application/octet-stream, so that its bytes arrive as they are, or save the file in UTF-8.",
    },
    uploadType: ({ type, accepted }: Texts<"type"> & Lists<"accepted">) => ({
      message: `The mapping file does not read content of the type ${quoted(type)}.`,
      hint: `Send content-type: ${accepted.join(" or ")}.`,
    }),
    noContentType: {
      message: "The request body has no content type; only application/json is supported.",
      hint: "Send JSON with the header content-type: application/json.",
    },
  },
  BAD_USER_INPUT: {
    hsdsParameter: ({ name, value, need }: Texts<"name" | "value"> & { readonly need: HsdsNeed }) => ({
      message: `The parameter ${name} is ${quoted(value)}: ${hsdsNeeds[need]}.`,
      hint: "/hsds/docs lists the parameters of each address.",
    }),
    hsdsPostcode: ({ postcode }: Texts<"postcode">) => ({
      message: `No place of the hub has a point and the postal code ${quoted(postcode)}, so proximity has no middle.`,
      hint: "Leave out proximity, or give the postal code of a place in /hsds/locations.",
    }),
    variables: {
      message: "The variables do not fit those that the operation declares.",
      hint: "Give a value of the declared type to each variable without a default value.",
    },
    document: ({ problem }: Texts<"problem">) => ({
      message: `The text is not a GraphQL document of this schema: ${problem}`,
      hint: "Give the whole text of a query, as a string.",
    }),
    operation: {
      message: "The text has no operation of that name, or several and no name was given.",
      hint: "Name one of its operations.",
    },
    accessNear: {
      message: "filter.near is a circle, but access is computed for whole areas.",
      hint: "Leave filter.near out; filter.area limits the centres to an area.",
    },
    noPerson: {
      message: "Nobody is named.",
      hint: "Give --name, --email or --phone; each may be repeated.",
    },
    personEmail: {
      message: "--email is no e-mail address.",
      hint: "For example: --email name@example.org.",
    },
    personName: {
      message: "--name has one word: every namesake would be erased too.",
      hint: "Give first and last name, in any order.",
    },
    personPhone: {
      message: "--phone is no telephone number.",
      hint: 'Give at least 6 digits, for example --phone "+39 02 1234567".',
    },
    reasonNamesPerson: {
      message: "The reason names the person: it would stay in the history.",
      hint: "Write a reason without name, address and number, for example the number of the request.",
    },
    address: {
      message: "--address needs a code, an equals sign and an address that begins with https:// or http://.",
      hint: "For example: --address my-source=https://example.it/graphql.",
    },
    backwards: ({ from, to }: Texts<"from" | "to">) => ({
      message: `openDuring begins at ${from} and ends at ${to}, which is not later.`,
      hint: "Give a to that is later than from.",
    }),
    centreNotCounted: ({ code }: Texts<"code">) => ({
      message: `whatIf.close names ${quoted(code)}, which is not among the centres that count.`,
      hint: "Name centres that match the filter and have a position, for example ds3017:25.",
    }),
    currencies: (of: Texts<"from" | "fromCurrency" | "to" | "toCurrency">) => ({
      message: `${quoted(of.from)} is in ${of.fromCurrency} and ${quoted(of.to)} is in ${of.toCurrency}.`,
      hint: "Compare versions in one currency.",
    }),
    zoneLevel: ({ level }: Texts<"level">) => ({
      message: `Records are not counted by areas of level ${level}: it is unknown which of them lie there.`,
      hint: "Count by CITY, DISTRICT or NEIGHBOURHOOD. Only the measure OBSERVATION has values of these areas.",
    }),
    date: ({ given }: Texts<"given">) => ({ message: `${quoted(given)} is not a date.`, hint: dates }),
    dimension: (of: Texts<"argument" | "dimension" | "subject"> & Lists<"known">) => ({
      message: `${of.argument} contains ${of.dimension}, which ${of.subject} does not have.`,
      hint: `The dimensions of ${of.subject} are ${of.known.join(", ")}.`,
    }),
    dimensionTwice: ({ dimension }: Texts<"dimension">) => ({
      message: `filter names ${dimension} twice.`,
      hint: "Put all codes of a dimension into one entry.",
    }),
    emptyDimension: ({ dimension }: Texts<"dimension">) => ({
      message: `filter names no code of ${dimension}.`,
      hint: "Name at least one code, or leave the dimension out to keep all.",
    }),
    environment: ({ problems }: { problems: readonly (Texts<"name"> & { need: VariableNeed })[] }) => ({
      message: `The environment is not usable: ${problems.map(({ name, need }) => `${name} ${needs[need]}`).join("; ")}.`,
      hint: "Correct the named variables.",
    }),
    catalogue: ({ file, problems }: Texts<"file" | "problems">) => ({
      message: `${file} does not describe the publisher of a catalogue: ${problems}.`,
      hint: "Compare it with data/catalogue/settings.json of the hub.",
    }),
    exportFilter: ({ name, filters }: Texts<"name" | "filters">) => ({
      message: `This set of files has no filter ${quoted(name)}.`,
      hint: `Its filters are: ${filters || "none, take the whole set"}. Leave out every other parameter, also one against caches: answers have an ETag.`,
    }),
    exportFilterValue: ({ name, value, expected }: Texts<"name" | "value" | "expected">) => ({
      message: `${name} is ${quoted(value)}, which it cannot be, or is given twice.`,
      hint: `Give ${expected}, once.`,
    }),
    fileExists: ({ file, option }: Texts<"file" | "option">) => ({
      message: `${file} already exists: nothing was written.`,
      hint: `Give ${option} another file.`,
    }),
    folderWithoutFiles: ({ folder, files }: Texts<"folder"> & Lists<"files">) => ({
      message: `The folder ${folder} contains none of the known files.`,
      hint: `Known files: ${files.join(", ")}.`,
    }),
    filterUnder: ({ field }: Texts<"field">) => ({
      message: `The list is already that of one record; filter.${field} cannot name another.`,
      hint: `Leave filter.${field} out, or ask the list of the whole hub with it.`,
    }),
    fragility: ({ name }: Texts<"name">) => ({
      message: `${quoted(name)} claims fragility, but income and housing are not both among the parts.`,
      hint: "Name the index after its parts, for example: older people and people who live alone.",
    }),
    fromOrRollback: {
      message: "Either --from or --rollback must be given.",
      hint: "Give --from <folder> to import, or --rollback <run> to undo an import.",
    },
    goalposts: ({ indicator, low, high }: Texts<"indicator"> & Goalposts) => ({
      message: `The goalposts of ${indicator} are ${low ?? "none"} and ${high ?? "none"}; both must be given, low below high.`,
      hint: "Give both as the recipe of an earlier answer states them, or neither.",
    }),
    identifier: ({ identifier }: Texts<"identifier">) => ({
      message: `identifier is ${quoted(identifier)}: it must be <scheme>:<value>, without scheme and value beside it.`,
      hint: 'For example identifier: "ds3017:25".',
    }),
    indicatorTwice: ({ code }: Texts<"code">) => ({
      message: `indicators names ${quoted(code)} twice.`,
      hint: "Name it once, with a higher weight.",
    }),
    instant: ({ instant }: Texts<"instant">) => ({
      message: `${quoted(instant)} is not an instant.`,
      hint: "Write date, time and offset as in ISO 8601, for example 2026-06-01T09:00:00+02:00.",
    }),
    keyIncomplete: {
      message: "An external identifier needs its scheme and its value.",
      hint: 'For example scheme: "IPA", value: "c_f205", or identifier: "ds3017:25".',
    },
    language: ({ tag }: Texts<"tag">) => ({
      message: `filter.language is ${quoted(tag)}, which is not a BCP 47 language tag in its usual spelling.`,
      hint: "Write for example it, en or pt-BR.",
    }),
    levelAlone: {
      message: "filter.level goes with an indicator and a period, and without an area.",
      hint: 'For example filter: { indicator: "share_65plus", period: "2024", level: NEIGHBOURHOOD }.',
    },
    mappingFaults: (of: Texts<"file"> & Numbers<"count" | "line" | "more"> & Lists<"faults">) => ({
      message: [
        `The mapping file ${of.file} has ${of.count === 1 ? "one fault" : `${number(of.count)} faults`}:`,
        ...of.faults,
        ...(of.more > 0 ? [`  and ${number(of.more)} more, shown when these are corrected.`] : []),
      ].join("\n"),
      hint: "\nCorrect the named lines; docs/mapping-files.md explains every word.",
    }),
    mappingUnreadable: ({ file, reason }: Texts<"file" | "reason">) => ({
      message: `The mapping file ${file} cannot be read (${reason}).`,
      hint: "Check its name and permissions.",
    }),
    measureNeeds: ({ measure, need }: Texts<"measure"> & { need: "indicator" | "strategy" }) => ({
      message: `${measure} needs the argument ${need}.`,
      hint: `For example ${need === "strategy" ? 'strategy: "my-strategy"' : 'indicator: "residents"'}.`,
    }),
    mergedIntoItself: ({ code }: Texts<"code">) => ({
      message: `${code} cannot be merged into itself.`,
      hint: "Name two records.",
    }),
    sameAsItself: ({ code }: Texts<"code">) => ({
      message: `${code} cannot be another record of itself.`,
      hint: "Name the record that stands for the place, or null.",
    }),
    actionOfOtherStrategy: ({ code, strategy, stated }: Texts<"code" | "stated" | "strategy">) => ({
      message: `The action ${code} belongs to the strategy ${strategy}, and the milestone names ${stated}.`,
      hint: `Name ${strategy} as strategy, or an action of ${stated}.`,
    }),
    sameAsOfTwin: ({ code, standsFor }: Texts<"code" | "standsFor">) => ({
      message: `${code} cannot stand for the place: ${standsFor} stands for further records, or for ${code}.`,
      hint: "Name one record that stands for all of them.",
    }),
    neutral: ({ indicator }: Texts<"indicator">) => ({
      message: `${indicator} is NEUTRAL: the hub does not define whether a higher value is better or worse.`,
      hint: "Give its polarity: HIGHER_IS_BETTER or HIGHER_IS_WORSE.",
    }),
    noFile: ({ file }: Texts<"file">) => ({
      message: `There is no file ${file}.`,
      hint: "Give a CSV or a GeoJSON file.",
    }),
    noFolder: ({ folder }: Texts<"folder">) => ({
      message: `There is no folder ${folder}.`,
      hint: "Give the folder that contains the downloaded files.",
    }),
    noReference: ({ area, period, codes }: Texts<"area" | "period"> & Lists<"codes">) => ({
      message: `${area} has no value in ${period} for: ${codes.join(", ")}.`,
      hint: "Choose another reference, or a method without one: MPI, MIN_MAX_MEAN, Z_SCORE_MEAN.",
    }),
    notAdded: ({ measure, dimension }: Texts<"measure" | "dimension">) => ({
      message: `${measure} of several groups of ${dimension} is never added up.`,
      hint: `Add ${dimension} to groupBy, or filter it to one code.`,
    }),
    notAggregated: ({ code, aggregation }: Texts<"code" | "aggregation">) => ({
      message: `The values of ${quoted(code)} by area give no value of a larger area: its rule of aggregation is ${aggregation}.`,
      hint: "Ask for a level at which it is published, or for an indicator with the rule SUM or WEIGHTED_MEAN.",
    }),
    notNull: ({ field }: Texts<"field">) => ({
      message: `${field} must not be null.`,
      hint: "Leave the field out to keep its value.",
    }),
    notOfLevel,
    notRelated: ({ measure }: Texts<"measure">) => ({
      message: `Values of ${measure} cannot be related to people with per.`,
      hint: "Leave per out, or ask for CENTRES and SERVICES only.",
    }),
    noPeriod: ({ indicator }: { readonly indicator: string }) => ({
      message: `${indicator} has no value in any period, so that none is the newest.`,
      hint: "Name a period, or see `periods` of the indicator.",
    }),
    notSummable: ({ argument, code }: Texts<"argument" | "code">) => ({
      message: `${argument} is ${quoted(code)}, which does not count people: its values cannot be summed.`,
      hint: "Name an indicator with the aggregation SUM, for example residents or residents_65plus.",
    }),
    notWritable: ({ place, reason }: Texts<"place" | "reason">) => ({
      message: `${place} cannot be written (${reason}).`,
      hint: "Check that its folder exists and its permissions, or give another place.",
    }),
    otherYear: ({ indicator, period }: Texts<"indicator" | "period">) => ({
      message: `${indicator} is requested for ${period}, which is not in the year of every period.`,
      hint: "Values are not carried from year to year: ask for periods of that year only.",
    }),
    developmentOnly: {
      message: "Tokens for development are signed beside a data folder, and this hub has another store.",
      hint: "Use the issuer of your organisation there, or a key.",
    },
    endedKey: ({ id }: Texts<"id">) => ({
      message: `The key ${quoted(id)} was revoked or has expired.`,
      hint: "Create a new key: only a key that still works can be replaced.",
    }),
    erasedPerson: ({ argument }: Texts<"argument">) => ({
      message: `${argument} names a person whose data was erased from the hub at their request.`,
      hint: "Leave out the name, address and number of this person. Nothing was changed.",
    }),
    hiddenCharacters: ({ argument }: Texts<"argument">) => ({
      message: `${argument} has control characters, or characters that turn the direction of a text.`,
      hint: "Type the text again instead of copying it.",
    }),
    instantRange: ({ argument, instant }: Texts<"argument" | "instant">) => ({
      message: `${argument} is ${quoted(instant)}; opening hours are answered from the year 1900 to 2199.`,
      hint: "Give an instant within these years.",
    }),
    labelLength: ({ length, smallest, largest }: Numbers<"length" | "smallest" | "largest">) => ({
      message: `label has ${counted(length, "character", "characters")}; it must have ${smallest} to ${largest}.`,
      hint: "Say in some words what the key is for, such as the name of the program that uses it.",
    }),
    noScope: {
      message: "A key without scopes could do nothing.",
      hint: "Give at least one scope, for example write:own.",
    },
    unknownScope: ({ name, known }: Texts<"name"> & Lists<"known">) => ({
      message: `${quoted(name)} is not a scope of this hub.`,
      hint: `Give some of ${known.join(", ")}, separated by commas.`,
    }),
    outOfBounds: (of: Texts<"argument"> & Numbers<"value" | "smallest" | "largest">) => ({
      message: `${of.argument} is ${number(of.value)}; it must be ${number(of.smallest)} to ${number(of.largest)}.`,
      hint: `Give a value from ${number(of.smallest)} to ${number(of.largest)}.`,
    }),
    point: ({ argument, latitude, longitude }: Texts<"argument"> & Numbers<"latitude" | "longitude">) => ({
      message: `${argument} is latitude ${latitude}, longitude ${longitude}, which is not a place on Earth.`,
      hint: "Latitude is -90 to 90 and longitude -180 to 180, in degrees; Italy has latitudes of 35 to 47 and longitudes of 6 to 19.",
    }),
    portTaken: ({ port }: Numbers<"port">) => ({
      message: `Port ${port} is already in use.`,
      hint: "Set PORT to another one.",
    }),
    dryRun: ({ value }: Texts<"value">) => ({
      message: `dryRun is ${quoted(value)}.`,
      hint: "Give true to see what the file would change, or leave it out.",
    }),
    decided: ({ id, status }: Texts<"id" | "status">) => ({
      message: `The proposal ${quoted(id)} cannot be decided: it is ${status}.`,
      hint: "Only a PENDING proposal can be accepted or rejected; one that is being accepted can only be accepted.",
    }),
    nothingProposed: ({ name }: Texts<"name">) => ({
      message: `${name} already has these values.`,
      hint: "Propose values that differ from those of the record.",
    }),
    notMerged: ({ type }: Texts<"type">) => ({
      message: `Records of the type ${type} cannot be merged.`,
      hint: "Centres, organizations and services can. Propose a change of the other record, and retire this one.",
    }),
    oneRecord: {
      message: "A proposal is about one record and one change of it.",
      hint: "Give one of centre, milestone, organization, service, serviceAtLocation, retire and merge; and code and expectedVersion together, or neither for a new record.",
    },
    reasonBlank: {
      message: "reason is blank.",
      hint: "Say in a few words why the record changes: the history shows it.",
    },
    reasonTooLong: ({ length, most }: Numbers<"length" | "most">) => ({
      message: `reason has ${number(length)} characters; the limit is ${number(most)}.`,
      hint: "Shorten it and send the change again.",
    }),
    requestKey: {
      message: "requestKey must be 8 to 100 letters, digits or . _ : -.",
      hint: "Correct it and send the change again.",
    },
    rollback: ({ code, why }: Texts<"code"> & { why: RollbackObstacle }) => ({
      message: `The import ${code} ${obstacles[why]}.`,
      hint: "Undo an import that has finished and still applies.",
    }),
    searchLength: ({ length, smallest, largest }: Numbers<"length" | "smallest" | "largest">) => ({
      message: `text has ${counted(length, "character", "characters")}; it must have ${smallest} to ${largest}.`,
      hint: someWords,
    }),
    searchWithoutWords: { message: "text has no letter and no digit.", hint: someWords },
    searchWords: ({ count, most }: Numbers<"count" | "most">) => ({
      message: `text has ${number(count)} different words; the limit is ${number(most)}.`,
      hint: someWords,
    }),
    secondCircle: {
      message: "filter.near is a second circle beside point and withinMetres.",
      hint: "Leave filter.near out; point and withinMetres give the circle.",
    },
    severalCities: {
      message: "The areas are not those of one city, so there is no city to compare with.",
      hint: "Name a city, or an area in reference.",
    },
    sortWithoutPoint: {
      message: "sort is DISTANCE, but filter.near gives no point.",
      hint: "Add near: { point, withinMetres } to the filter.",
    },
    fetchedSource: ({ code, file }: Texts<"code" | "file">) => ({
      message: `The inbox has ${quoted(file)}, but the hub itself fetches the file of ${code}.`,
      hint: "Remove it from the inbox. If the file now comes by hand, give it the origin of kind inbox in the mapping file.",
    }),
    nothingToRead: {
      message: "The hub has no source that it fetches or that comes to its inbox.",
      hint: "Write a mapping file with an origin, or stop the schedule.",
    },
    sourcesWithoutOrigin: ({ codes }: Lists<"codes">) => ({
      message: `The mapping files of these sources do not say where the file comes from: ${codes.join(", ")}.`,
      hint: "Write origin: the address of the file, the dataset of a portal, or kind: inbox for a file that somebody puts into the inbox.",
    }),
    tooWide: {
      message: "filter names neither an area nor an indicator.",
      hint: 'Give at least one, for example filter: { area: "nil:42" }.',
    },
    webhookLabel: ({ length, smallest, largest }: Numbers<"length" | "smallest" | "largest">) => ({
      message: `label has ${counted(length, "character", "characters")}; it must have ${smallest} to ${largest}.`,
      hint: "Say in some words which program receives the changes.",
    }),
    webhookUrl: ({ why }: { readonly why: WebhookUrlFault }) => ({
      message: `No message can be sent to this address: ${webhookUrlFaults[why]}.`,
      hint: "Give the address of a receiver on the public internet, such as https://partner.example.org/changes.",
    }),
    wholeDay: ({ argument, date }: Texts<"argument" | "date">) => ({
      message: `${argument} is ${date}; it must be a whole day.`,
      hint: "Write YYYY-MM-DD.",
    }),
    wrongCount: (of: Texts<"argument"> & Numbers<"count" | "smallest" | "largest">) => ({
      message: `${of.argument} has ${counted(of.count, "entry", "entries")}; it must have ${number(of.smallest)} to ${number(of.largest)}.`,
      hint: `Give ${number(of.smallest)} to ${number(of.largest)} of them.`,
    }),
  },
  DEADLINE_EXCEEDED: {
    upload: ({ seconds }: Numbers<"seconds">) => ({
      message: `After ${counted(seconds, "second", "seconds")} the file was not read to its end. The rows until there are stored.`,
      hint: "Send the same file again: the hub goes on from there.",
    }),
    dryUpload: ({ seconds }: Numbers<"seconds">) => ({
      message: `After ${counted(seconds, "second", "seconds")} the dry run was not complete.`,
      hint: "Divide the file into several files, each with the header.",
    }),
    deadline: ({ milliseconds }: Numbers<"milliseconds">) => ({
      message: `The answer was not complete after ${number(milliseconds)} milliseconds, so the hub stopped.`,
      hint: "Ask for smaller pages or fewer fields, or try again when the hub is less busy.",
    }),
  },
  FORBIDDEN: {
    foreignDependant: ({ name, subject, organization }: Texts<"name" | "subject" | "organization">) => ({
      message: `The merge would also change ${name}, which refers to ${subject} and does not belong to ${organization}.`,
      hint: "Nothing was changed. Ask the editors of the city for this merge.",
    }),
    givenAway: ({ name, organization }: Texts<"name" | "organization">) => ({
      message: `${name} would no longer belong to ${organization}.`,
      hint: "Leave out the field that names another organisation, or ask the editors of the city.",
    }),
    noOrganization: {
      message: "This token names no organisation, so no record is its own.",
      hint: "Ask the issuer of the token for the claim with the code of your organisation.",
    },
    notOwn: ({ name, organization }: Texts<"name" | "organization">) => ({
      message: `${name} does not belong to ${organization}, in whose name this key or token acts.`,
      hint: "Change the records of your own organisation, and ask the editors of the city for others.",
    }),
    notThroughEdge: {
      message: "This address answers the edge of the hub alone.",
      hint: "Send the request to the public address of the hub.",
    },
    otherKey: ({ id }: Texts<"id">) => ({
      message: `The key ${quoted(id)} belongs to another organisation, or has more rights than yours.`,
      hint: "Use a key with all scopes of that key, or ask an admin of the hub.",
    }),
    otherKeys: {
      message: "These keys belong to other organisations.",
      hint: "Ask for the keys of your own organisation; an admin sees all.",
    },
    otherTrail: {
      message: "This audit trail belongs to another organisation.",
      hint: "Ask for the trail of your own organisation; editors of the city see all.",
    },
    otherOwner: ({ name, organization }: Texts<"name" | "organization">) => ({
      message: `${name} would belong to ${organization}, which is not your organisation.`,
      hint: "Only the editors of the city can put a record into the hands of another organisation.",
    }),
    otherWebhook: ({ id }: Texts<"id">) => ({
      message: `The webhook ${quoted(id)} belongs to another organisation.`,
      hint: "Give the id of a webhook of your own organisation; `webhooks` lists them.",
    }),
    otherWebhooks: {
      message: "These webhooks would belong to another organisation.",
      hint: "Use the webhooks of your own organisation; an admin may use all.",
    },
    otherProposals: {
      message: "These proposals are visible to other organisations.",
      hint: "Ask for those of your own organisation; reviewers see all.",
    },
    reviewed: ({ type }: Texts<"type">) => ({
      message: `The city reviews changes of records of the type ${type}.`,
      hint: "Send the change as proposeChange; a reviewer then accepts or rejects it. It has retire and merge, too.",
    }),
    notUploaded: ({ type }: Texts<"type">) => ({
      message: `Records of the type ${type} belong to no organisation.`,
      hint: "An uploaded file changes centres, milestones, organisations, services and their places.",
    }),
    scope: ({ scope }: Texts<"scope">) => ({
      message: `This needs the scope ${scope}, which the key or token does not have.`,
      hint: "Ask an admin of the hub for a key with this scope.",
    }),
  },
  IMPORT_RUNNING: {
    running: ({ holder, expiresAt }: Texts<"holder" | "expiresAt">) => ({
      message: `${holder} is importing; its lease ends at ${expiresAt} unless it is renewed.`,
      hint: "Wait until it has finished, or give a longer --wait. The lease of a killed import ends by itself.",
    }),
  },
  INTERNAL_SERVER_ERROR: {
    masked: {
      message: "Something went wrong in the hub.",
      hint: "Try again; if it happens again, report it with the request id.",
    },
  },
  INVALID_CURSOR: {
    expired: ({ cursor }: Texts<"cursor">) => ({
      message: `The cursor ${quoted(cursor)} is older than 30 days, or from before the hub was restored.`,
      hint: "Begin again from the export /exports: exports/index.json names the cursor of its version.",
    }),
    notOfHub: ({ cursor }: Texts<"cursor">) => ({
      message: `The cursor ${quoted(cursor)} is not a cursor of this hub.`,
      hint: "Use the endCursor of an earlier page, or leave `after` out to start from the beginning.",
    }),
    nothingThere: ({ cursor }: Texts<"cursor">) => ({
      message: `The cursor ${quoted(cursor)} points to nothing in this list.`,
      hint: "Use the endCursor of an earlier page of this list, or leave `after` out to start from the beginning.",
    }),
    otherList: ({ cursor }: Texts<"cursor">) => ({
      message: `The cursor ${quoted(cursor)} belongs to another list or filter.`,
      hint: "Use the endCursor of the same query with the same filter, or leave `after` out to start from the beginning.",
    }),
  },
  INVALID_ID: {
    unknown: ({ id }: Texts<"id">) => ({
      message: `${quoted(id)} is not an id of this hub.`,
      hint: "Use the id field of an object that the hub answered. Codes such as nil:42 belong in area(code:) and similar fields.",
    }),
  },
  INVALID_RECORD: {
    field: ({ field, value, rule }: Texts<"field" | "value" | "rule" | "ruleIt">) => ({
      message: `${field} is ${value}: ${rule}.`,
      hint: "Correct the field and send the change again.",
    }),
    impossible: ({ record, code, problems }: Texts<"record" | "code" | "problems" | "problemsIt">) => ({
      message: `${record} ${code} cannot be true: ${problems}.`,
      hint: "Correct the named fields at the source and import it again.",
    }),
    otherContent: ({ name }: Texts<"name">) => ({
      message: `${name} already exists with other content: a ledger only grows.`,
      hint: "Append a separate record that corrects it.",
    }),
    otherZone: ({ zone, timezone }: Texts<"zone" | "timezone">) => ({
      message: `A schedule in the zone ${zone} cannot belong to a place in ${timezone}.`,
      hint: "Give all opening hours of a place in the time zone of the place.",
    }),
    totalTooLarge: ({ code, value }: Texts<"code"> & Numbers<"value">) => ({
      message: `The total of ${code} is ${value}, which is too large to be exact.`,
      hint: "Look for a cell with too many digits.",
    }),
  },
  LEASE_LOST: {
    lost: ({ at }: Texts<"at">) => ({
      message: `This import was delayed so long that another one took its place; it stopped at ${at}.`,
      hint: "Nothing that the other import wrote was overwritten. Import again if it is still needed.",
    }),
  },
  LIMIT_EXCEEDED: {
    webhooks: ({ most }: Numbers<"most">) => ({
      message: `The organisation already has ${most} webhooks.`,
      hint: "Delete one of them, or give one of them a wider filter.",
    }),
    uploadBody: ({ most }: Numbers<"most">) => ({
      message: `The file is larger than ${bytes(most)}.`,
      hint: "Divide it into several files, each with the header.",
    }),
    pendingProposals: ({ most }: Numbers<"most">) => ({
      message: `${number(most)} proposals of the organisation already wait for a decision.`,
      hint: "Wait until a reviewer decides some of them.",
    }),
    liveKeys: ({ label, most }: Texts<"label"> & Numbers<"most">) => ({
      message: `The organisation already has ${most} keys with the label ${quoted(label)} that work.`,
      hint: "Revoke one of them, or choose another label.",
    }),
    hsdsWhole: ({ count, most }: Numbers<"count" | "most">) => ({
      message: `The list has ${number(count)} rows; without pages the limit is ${number(most)}.`,
      hint: "Ask for pages (page, per_page), narrow the filters, or take the whole set as a file from /exports/.",
    }),
    aliases: ({ found, most }: Numbers<"found" | "most">) => ({
      message: `The query has ${number(found)} aliases; the limit is ${number(most)}.`,
      hint: "Split it into several queries.",
    }),
    cells: ({ count, most }: Numbers<"count" | "most">) => ({
      message: `The totals would have ${number(count)} cells; the limit is ${number(most)}.`,
      hint: "Group by fewer dimensions, or by larger areas.",
    }),
    cost: ({ units, most, where, share }: Numbers<"units" | "most" | "share"> & Texts<"where">) => ({
      message: `The operation may cost ${number(units)} units; the limit is ${number(most)}. ${percent(share)} of it is ${where}.`,
      hint: "Ask there for smaller pages (first) or fewer fields; costOf gives the cost of an operation without running it.",
    }),
    estimatedBytes: ({ size, most, where, share }: Numbers<"size" | "most" | "share"> & Texts<"where">) => ({
      message: `The answer may have ${bytes(size)}; the limit is ${bytes(most)}. ${percent(share)} of it is ${where}.`,
      hint: "Ask there for smaller pages (first, after) or fewer fields.",
    }),
    coverage: ({
      most,
      what,
    }: Numbers<"most"> & { what: "actions" | "cells" | "memberships" | "partnerships" }) => ({
      message: `The coverage matrix would have more than ${number(most)} ${what}.`,
      hint: "Build it from the actions and partnerships of the strategy.",
    }),
    dense: ({ most }: Numbers<"most">) => ({
      message: `More than ${number(most)} centres are in one cell of the search.`,
      hint: "Ask for fewer centres or a smaller radius.",
    }),
    depth: ({ found, most }: Numbers<"found" | "most">) => ({
      message: `The query nests fields ${number(found)} levels deep; the limit is ${number(most)}.`,
      hint: "Split it into several queries.",
    }),
    directives: ({ found, most }: Numbers<"found" | "most">) => ({
      message: `The query has ${number(found)} directives; the limit is ${number(most)}.`,
      hint: "Use fewer directives.",
    }),
    document: (of: Texts<"name"> & Numbers<"size" | "most">) => ({
      message: tooManyBytes(of),
      hint: "Nothing was published; the earlier publication stays.",
    }),
    duration: ({ from, to, most }: Texts<"from" | "to"> & Numbers<"most">) => ({
      message: `From ${from} to ${to} is more than ${number(most)} days.`,
      hint: `Ask for at most ${number(most)} days at once.`,
    }),
    ids: ({ count, most }: Numbers<"count" | "most">) => ({
      message: `${number(count)} ids were given; the limit is ${number(most)}.`,
      hint: `Split them into queries of ${number(most)}.`,
    }),
    identified: ({ identifier, most }: Texts<"identifier"> & Numbers<"most">) => ({
      message: `More than ${number(most)} records have the external identifier ${identifier}.`,
      hint: "An identifier of a register names one thing: correct it at the sources that repeat it.",
    }),
    issues: ({ most }: Numbers<"most">) => ({
      message: `There are more than ${number(most)} data quality issues.`,
      hint: "Correct the file that causes most of them, and import it again.",
    }),
    issuesOfRecord: ({ name, most }: Texts<"name"> & Numbers<"most">) => ({
      message: `${name} has more than ${number(most)} data quality issues.`,
      hint: "Page through dataQualityIssues with filter: { record: … }.",
    }),
    items: ({ field, count, most }: Texts<"field"> & Numbers<"count" | "most">) => ({
      message: `${field} has ${number(count)} items; the limit is ${number(most)}.`,
      hint: "Ask for a part: a shorter period, fewer areas, or a list with pages (first, after).",
    }),
    linkedRecords: ({ name, most }: Texts<"name"> & Numbers<"most">) => ({
      message: `${name} leads to more than ${number(most)} records.`,
      hint: "Page through centres or services with filter: { area: … } instead.",
    }),
    list: ({ type, most }: Texts<"type"> & Numbers<"most">) => ({
      message: `The list has more than ${number(most)} records of the type ${type}.`,
      hint: "Build the answer from the pages of the list.",
    }),
    mappingFiles: ({ folder, count, most }: Texts<"folder"> & Numbers<"count" | "most">) => ({
      message: `${folder} contains ${number(count)} mapping files; the limit is ${number(most)}.`,
      hint: "Import them from several folders.",
    }),
    ordered: ({ most }: Numbers<"most">) => ({
      message: `More than ${number(most)} records would have to be sorted.`,
      hint: "Narrow the filter, for example to a smaller area or circle, or use the default order.",
    }),
    pairs: ({ most }: Numbers<"most">) => ({
      message: `More than ${number(most)} pairs of points and centres would be compared.`,
      hint: "Shorten the walking time, name a city, or narrow the centres with the filter.",
    }),
    partition: ({ partition, most }: Texts<"partition"> & Numbers<"most">) => ({
      message: `${partition} has more than ${number(most)} records.`,
      hint: "Keep fewer records in one hub.",
    }),
    placesOfService: ({ partition, most }: Texts<"partition"> & Numbers<"most">) => ({
      message: `${partition} has more than ${number(most)} entries.`,
      hint: "Divide the service into several, for example one for each district.",
    }),
    requestBody: ({ most }: Numbers<"most">) => ({
      message: `The request body is larger than ${bytes(most)}.`,
      hint: "Use variables and smaller queries.",
    }),
    sample: (of: Texts<"name"> & Numbers<"size" | "most">) => ({
      message: tooManyBytes(of),
      hint: "Give a part of it.",
    }),
    exportRecords: ({ most, file }: Numbers<"most"> & Texts<"file">) => ({
      message: `The file would have more than ${number(most)} rows.`,
      hint: `Narrow the filter, or take the whole set at ${file}.`,
    }),
    selected: ({ most }: Numbers<"most">) => ({
      message: `More than ${number(most)} records would have to be examined.`,
      hint: "Name a smaller area in the filter.",
    }),
    storePages: ({ pages }: Numbers<"pages">) => ({
      message: `More than ${number(pages)} MB of the store would have to be read.`,
      hint: "Ask for a smaller area or a narrower filter.",
    }),
    work: ({ most }: Numbers<"most">) => ({
      message: `The operation needed more than ${number(most)} units of work, so the hub stopped.`,
      hint: "Ask for smaller pages (first), fewer fields or a narrower filter.",
    }),
  },
  PAGE_SIZE_OUT_OF_RANGE: {
    first: ({ first, smallest, largest }: Numbers<"first" | "smallest" | "largest">) => ({
      message: `first is ${number(first)}; it must be ${smallest} to ${largest}.`,
      hint: `Ask for at most ${largest} and continue with after: pageInfo.endCursor.`,
    }),
  },
  PERSISTED_QUERY_NOT_FOUND: {
    // The message of Apollo Server, by which some clients recognise the error.
    notRegistered: {
      message: "PersistedQueryNotFound",
      hint: "Send the text of the operation in query: only operations of schema/operations.json can be named by their hash.",
    },
  },
  POINT_OUTSIDE_COVERAGE: {
    outside: ({ latitude, longitude }: Numbers<"latitude" | "longitude">) => ({
      message: `The point at latitude ${latitude}, longitude ${longitude} lies outside every area of this hub.`,
      hint: "Check that latitude and longitude are not swapped; { areas(filter: { level: CITY }) { nodes { boundingBox { west south east north } } } } shows what is covered.",
    }),
  },
  RATE_LIMITED: {
    empty: (of: Numbers<"units" | "remaining" | "limit" | "seconds">) => ({
      message: `Any request costs at least ${number(of.units)} units; this caller has ${number(of.remaining)} of ${number(of.limit)} left, and enough for the cheapest in ${counted(of.seconds, "second", "seconds")}.`,
      hint: cheaper,
    }),
    units: (of: Numbers<"units" | "remaining" | "limit" | "seconds">) => ({
      message: `The request costs ${number(of.units)} units; this caller has ${number(of.remaining)} of ${number(of.limit)} left, and enough in ${counted(of.seconds, "second", "seconds")}.`,
      hint: cheaper,
    }),
    waiting: ({ most }: Numbers<"most">) => ({
      message: `${number(most)} requests of this caller are waiting already.`,
      hint: "Send the next request after an answer: few requests at once are answered as fast as many.",
    }),
    wrongKeys: ({ seconds }: Numbers<"seconds">) => ({
      message: `Too many wrong keys or tokens came from this address or for this key; the next one is checked in ${counted(seconds, "second", "seconds")}.`,
      hint: "Correct the key in the program that sends it, or send no header authorization to read what is public. A right key works at once.",
    }),
  },
  REQUEST_KEY_REUSED: {
    reused: ({ requestKey }: Texts<"requestKey">) => ({
      message: `The request key ${quoted(requestKey)} was used before for another change.`,
      hint: "Create a new key for each change; repeat the old one only with exactly the same change.",
    }),
  },
  SERVICE_UNAVAILABLE: {
    busy: { message: "The store is too busy or too slow at the moment.", hint: tryAgain },
    contended: {
      message: "Others wrote the same record at the same time, again and again.",
      hint: tryAgain,
    },
    failed: {
      message: "The store could not carry out a request.",
      hint: `${tryAgain} If it happens again, look at the log of the store.`,
    },
    folderFull: ({ dataDir, reason }: Texts<"dataDir" | "reason">) => ({
      message: `The data folder ${dataDir} cannot be used: ${reason}.`,
      hint: makeRoom,
    }),
    folderInUse: ({ dataDir }: Texts<"dataDir">) => ({
      message: `Another command is using ${dataDir}.`,
      hint: "Wait until it has finished, then try again.",
    }),
    full: { message: "The disk of the store is full.", hint: makeRoom },
    incomplete: ({ left, count }: Numbers<"left" | "count">) => ({
      message: `The store is too busy: ${number(left)} of ${number(count)} items were not processed.`,
      hint: tryAgain,
    }),
    issuer: {
      message: "The issuer of the token does not answer, so the token cannot be checked.",
      hint: "Try again in some minutes, or use an API key.",
    },
    noAnswer: {
      message: "The store did not answer in time, or interrupted its answer.",
      hint: tryAgain,
    },
    noSearchIndex: {
      message: "Search is not available yet: no search index of this release was published.",
      hint: "Import data, or start the hub with its starter data: both publish the index.",
    },
    notPublished: ({ version }: Numbers<"version">) => ({
      message: `Version ${number(version)} of the data is not published yet.`,
      hint: "Try again in a few seconds, or leave out extensions.minVersion to read the published version.",
    }),
    publishing: { message: "A new version of the data is being published.", hint: tryAgain },
    waiting: ({ most }: Numbers<"most">) => ({
      message: `${number(most)} requests are waiting already.`,
      hint: tryAgain,
    }),
    unavailable: {
      message: "The store is too busy, too slow or not available at the moment.",
      hint: tryAgain,
    },
    unreachable: {
      message: "The store cannot be reached.",
      hint: "Check that it runs, and its address (VICINATO_DYNAMODB_ENDPOINT).",
    },
  },
  SOURCE_UNREACHABLE: {
    downgrade: ({ url }: Url) => ({
      message: `${url} redirects from https to http, where anybody can change the data on the way.`,
      hint: "Look up the current address of the file.",
    }),
    gaveUp: ({ url, reason, attempts }: Url & Texts<"reason"> & Numbers<"attempts">) => ({
      message: `${url} ${reason}; ${counted(attempts, "attempt", "attempts")}.`,
      hint: downloadLater,
    }),
    incomplete: ({ url, gaps }: Url & Lists<"gaps">) => ({
      message: `${url} could not be read completely: ${gaps.slice(0, 3).join("; ")}.`,
      hint: downloadLater,
    }),
    notHttp: ({ url }: Url) => ({
      message: `${url} is not an http or https address.`,
      hint: "Correct the address in the source.",
    }),
    redirects: ({ url, followed }: Url & Numbers<"followed">) => ({
      message: `${url} redirects without end: ${number(followed)} redirects were followed.`,
      hint: publishersPage,
    }),
    redirectsElsewhere: ({ url }: Url) => ({
      message: `${url} redirects to an address that is not http or https.`,
      hint: "Correct the address in the source.",
    }),
    status: ({ url, status }: Url & Numbers<"status">) => ({
      message: `${url} answers ${status}.`,
      hint:
        status === 401 || status === 403
          ? "The publisher requires a permission, or no longer admits programs: ask the publisher."
          : publishersPage,
    }),
    tookTooLong: ({ url, seconds }: Url & Numbers<"seconds">) => ({
      message: `${url} was not complete after ${number(seconds)} seconds.`,
      hint: "Run the download again: it continues where it stopped, if the server allows it.",
    }),
    wait: ({ url, seconds }: Url & Numbers<"seconds">) => ({
      message: `${url} accepts the next request in ${number(seconds)} seconds at the earliest.`,
      hint: "Run the download again after that time: an earlier request may get this machine blocked.",
    }),
  },
  SOURCE_UNREADABLE: {
    binary: ({ kind }: { readonly kind: BinaryFile }) => ({
      message: `The file is ${binaryFiles[kind][0]}, which the hub does not read.`,
      hint: binaryFiles[kind][1],
    }),
    changed: ({ file }: Texts<"file">) => ({
      message: `${file} changed while it was read.`,
      hint: "Import it again when no program writes it.",
    }),
    checksum: (of: Url & Texts<"algorithm" | "found" | "stated">) => ({
      message: `${of.url} has the ${of.algorithm} ${of.found}, but its publisher states ${of.stated}.`,
      hint: "It was changed on the way, or the catalogue is out of date: ask the publisher which of the two is right.",
    }),
    columnsMissing: ({ missing, found, separator, places }: MissingColumns) => ({
      message: `The file has no column ${missing.map((names) => names.map(quoted).join(" or ")).join(", ")}. It has: ${quotedList(found.slice(0, 40))}.`,
      hint: asPublished(separator, places),
    }),
    columnsTwice: ({ twice, found, separator, places }: ColumnsTwice) => ({
      message: `The file has the column ${quotedList(twice)} twice. It has: ${quotedList(found.slice(0, 40))}.`,
      hint: asPublished(separator, places),
    }),
    content: ({ url, found, wanted }: Url & Readonly<Record<"found" | "wanted", Content>>) => ({
      message: `${url} gives ${contents[found]} instead of ${contents[wanted]}.`,
      hint: "Open the address in a browser: the file may have moved. The earlier download stays.",
    }),
    coordinates: ({ name, known }: Texts<"name"> & { readonly known: readonly string[] }) => ({
      message: `The coordinates are in ${name}, which the hub does not know.`,
      hint: `Export the layer in EPSG:4326, or in one of ${known.join(", ")}.`,
    }),
    damagedSpreadsheet: {
      message:
        "The file looks like an Excel or OpenDocument spreadsheet (a ZIP), but it has no readable sheet.",
      hint: "Open it in a spreadsheet program and save it again, or save its sheet as CSV UTF-8.",
    },
    empty: { message: "The file is empty.", hint: "Download it again." },
    headerFurtherDown: ({ line, skipRows }: Numbers<"line" | "skipRows">) => ({
      message: `The names of the columns are on line ${line}; other text stands before them.`,
      hint: `Write skipRows: ${skipRows} under file in the mapping file.`,
    }),
    encoding: ({ byte, line }: Numbers<"byte" | "line">) => ({
      message: `The file is not UTF-8 at byte ${byte} (line ${line}).`,
      hint: "Save it as UTF-8 and import it again. Spreadsheets call that format “CSV UTF-8”.",
    }),
    files: ({ url, count, wanted, found }: Url & Texts<"wanted" | "found"> & Numbers<"count">) => ({
      message: `${url} has ${counted(count, "file", "files")} that match ${wanted}; it has: ${found || "none"}.`,
      hint: "Name the file in the origin of the source by its name or id.",
    }),
    form: ({ url, start }: Url & Texts<"start">) => ({
      message: `${url} answers with JSON of an unexpected form: ${quoted(start)}.`,
      hint: "Compare the answer with the documentation of the API: its version may have changed.",
    }),
    goneFromInbox: ({ file }: Texts<"file">) => ({
      message: `The inbox has no file ${quoted(file)}.`,
      hint: "Put the file of the source there again.",
    }),
    noRowImported: ({ count, file }: Texts<"file"> & Numbers<"count">) => ({
      message: `None of the ${counted(count, "row", "rows")} of ${file} could be imported.`,
      hint: "Compare its columns with the mapping file. The problems of the import say what is wrong with each row.",
    }),
    noRows: ({ file }: Texts<"file">) => ({
      message: `${file} has no rows.`,
      hint: "Ask its publisher for the whole file: the data of earlier imports stays.",
    }),
    json: ({ line, column, cut }: Numbers<"line" | "column"> & { readonly cut: boolean }) => ({
      message: `The file is not JSON at line ${line}, column ${column}${cut ? ": it ends there" : ""}.`,
      hint: cut ? "The file is incomplete: download it again." : "Correct it there, or download it again.",
    }),
    language: ({ known }: { readonly known: readonly string[] }) => ({
      message:
        known.length === 0
          ? "The file does not state the language of its texts, and no city of the hub has a language."
          : `The file does not state the language of its texts, and the cities of the hub have several: ${known.join(", ")}.`,
      hint: "Write language (it or en) under hsds in the mapping file.",
    }),
    larger: ({ url, most }: Url & Numbers<"most">) => ({
      message: `${url} is larger than ${bytes(most)}.`,
      hint: "Ask for a part of it, or raise the limit if the size is plausible.",
    }),
    noRecords: {
      message: "The file contains neither an array of records nor an object.",
      hint: "Use the file as it was published.",
    },
    noSpreadsheet: {
      message: "The file is no spreadsheet: the mapping file expects XLSX or ODS.",
      hint: "Give the format that the file has, such as csv.",
    },
    notCollection: ({ type }: { readonly type: string | null }) => ({
      message: `The file is not a GeoJSON FeatureCollection${type === null ? "" : ` but a ${type}`}.`,
      hint: "Export the layer as GeoJSON.",
    }),
    notFound: ({ url }: Url) => ({
      message: `${url} is unknown to the service (404).`,
      hint: "Look up the current code of the dataflow and the order of its dimensions.",
    }),
    notJson: ({ url, start }: Url & Texts<"start">) => ({
      message: `${url} does not answer with JSON: ${quoted(start)}.`,
      hint: "It may be a web page: look up the current address of the API.",
    }),
    notReadable: ({ file, reason }: Texts<"file" | "reason">) => ({
      message: `${file} cannot be read (${reason}).`,
      hint: "Check the permissions of the file.",
    }),
    notWritable: ({ place, reason }: Texts<"place" | "reason">) => ({
      message: `${place} cannot be written (${reason}).`,
      hint: "Check the free space on the disk and the permissions of the folder.",
    }),
    pages: ({ name, most }: Texts<"name"> & Numbers<"most">) => ({
      message: `${name} has more than ${number(most)} pages.`,
      hint: "Ask for larger pages, or for a part of the list.",
    }),
    refused: ({ url, reason }: Url & { readonly reason: string | undefined }) => ({
      message: `The catalogue rejects ${url}: ${reason ?? "it gives no reason"}.`,
      hint: "Look up the current name of the dataset on the portal.",
    }),
    starterForm: ({ file }: Texts<"file">) => ({
      message: `The starter file ${file} is not a JSON array of records.`,
      hint: starterFormat,
    }),
    starterJson: ({ file, reason }: Texts<"file" | "reason">) => ({
      message: `The starter file ${file} is not JSON: ${reason}.`,
      hint: starterFormat,
    }),
    starterRecord: ({ file, index }: Texts<"file"> & Numbers<"index">) => ({
      message: `The starter file ${file} has no record at [${index}]: it must be an object.`,
      hint: starterFormat,
    }),
    table: ({ file, reason }: Texts<"file" | "reason">) => ({
      message: `${file} is not a table: ${reason}.`,
      hint: "It must be CSV in UTF-8, with a comma between the columns and each quotation mark closed.",
    }),
    tooLarge: (of: Texts<"name"> & Numbers<"size" | "most">) => ({
      message: tooManyBytes(of),
      hint: inParts,
    }),
    tooLargeForFormat: ({ most }: Numbers<"most">) => ({
      message: `The file has more than ${bytes(most)}, the limit for this format.`,
      hint: inParts,
    }),
    farCells: ({ most }: Numbers<"most">) => ({
      message: `The sheet has cells outside its limits, or so far from the others that its table would have more than ${number(most)} cells.`,
      hint: "Delete the rows and columns without data, or save the first sheet as CSV UTF-8.",
    }),
    repeatedCells: ({ most }: Numbers<"most">) => ({
      message: `The sheets repeat cells to more than ${number(most)} cells with content.`,
      hint: "Delete the rows and columns without data, or save the first sheet as CSV UTF-8.",
    }),
    unpacked: ({ most }: Numbers<"most">) => ({
      message: `The sheets have more than ${bytes(most)} when unpacked, the limit for this format.`,
      hint: "Save the first sheet as CSV UTF-8.",
    }),
    tooManyObservations: ({ url }: Url) => ({
      message: `${url} asks for more observations than the service answers at once (413).`,
      hint: "Narrow the key or begin with a later period, and divide the source into several.",
    }),
    tooManyRecords: ({ most }: Numbers<"most">) => ({
      message: `The file gives more than ${number(most)} records, too many to find those that occur twice.`,
      hint: inParts,
    }),
    ownApi: ({ name, at, file }: Texts<"at" | "file" | "name">) => ({
      message: `${name} answers in a form that differs from its published schema, at ${at || "its beginning"}.`,
      hint: `Compare with its current schema and change ${file}.`,
    }),
  },
  STALE_TABLE: {
    noIndex: ({ table, index }: Texts<"table" | "index">) => ({
      message: `An older hub created the table ${table}: it has no index ${quoted(index)}.`,
      hint: "Remove the data folder (or the table of your local engine), start again and import the files again.",
    }),
  },
  STILL_IN_USE: {
    records: ({ name, count }: Texts<"name"> & Numbers<"count">) => ({
      message: `${count === 1 ? "1 record links" : `${number(count)} records link`} to ${name}.`,
      hint: "Retire them first, link them to another record, or merge this record into another.",
    }),
  },
  STORE_REFUSED: {
    denied: {
      message: "The store does not accept the credentials.",
      hint: "Check the profile or the keys, and their permissions on the table (docs/runbook.md, First load of data).",
    },
    folder: ({ dataDir, reason }: Texts<"dataDir" | "reason">) => ({
      message: `The data folder ${dataDir} cannot be used: ${reason}.`,
      hint: "Correct it, or set VICINATO_DATA_DIR to another folder.",
    }),
    folderCorrupt: ({ dataDir, reason }: Texts<"dataDir" | "reason">) => ({
      message: `The data folder ${dataDir} is damaged: ${reason}. No data in it was changed.`,
      hint: restoreFolder,
    }),
    folderDamaged: ({ dataDir, file }: Texts<"dataDir" | "file">) => ({
      message: `The data folder ${dataDir} is damaged: in dynamodb, ${file} is missing or empty. Nothing in it was changed.`,
      hint: restoreFolder,
    }),
    noTable: {
      message: "The store does not have the table.",
      hint: "Check the name of the table (VICINATO_TABLE_NAME) and the region; at AWS the stack creates it.",
    },
    pathTooLong: ({ dataDir }: Texts<"dataDir">) => ({
      message: `The path of the data folder ${dataDir} is too long for a socket.`,
      hint: "Set VICINATO_DATA_DIR to a folder with a shorter path.",
    }),
    refused: {
      message: "The store rejected a request.",
      hint: "Report it with the output of the command: it cannot be corrected here.",
    },
  },
  UNAUTHENTICATED: {
    expiredKey: ({ expiresAt }: Texts<"expiresAt">) => ({
      message: `The key expired at ${expiresAt}.`,
      hint: "Ask an admin of the hub for a new key.",
    }),
    noKey: {
      message: "This needs a key or a token, and none was sent.",
      hint: "Send the header `authorization: Bearer <key>`. An admin of the hub creates keys: docs/identity.md.",
    },
    notBearer: {
      message: "The header authorization is not of the form that this hub accepts.",
      hint: "Send `authorization: Bearer <key or token>`, or no such header to read what is public.",
    },
    revokedKey: {
      message: "The key was revoked.",
      hint: "Ask an admin of the hub for a new key.",
    },
    token: ({ why }: { readonly why: TokenFault }) => ({
      message: `The token is not accepted: ${tokenFaults[why]}.`,
      hint: "Get a new token from an issuer that this hub trusts, and send it as `authorization: Bearer <token>`.",
    }),
    typingError: {
      message: "The key has a typing error, or a part of it is missing: its checksum is wrong.",
      hint: "Copy the whole key again, from vic_live_ on: 68 characters without spaces.",
    },
    unknownKey: {
      message: "This hub does not know the key.",
      hint: "Check that the key is one of this hub, or ask an admin of the hub for a new one.",
    },
  },
  UNKNOWN_CODE: {
    webhook: ({ id }: Texts<"id">) => ({
      message: `No webhook has the id ${quoted(id)}.`,
      hint: "Give the id of a webhook, such as wh_Ab3dE5fG7h; `webhooks` lists them.",
    }),
    changeProposal: ({ id }: Texts<"id">) => ({
      message: `No proposal has the id ${quoted(id)}.`,
      hint: "Give the id of a proposal; `changeProposals` lists them.",
    }),
    noUpload: ({ code, known }: Texts<"code"> & Lists<"known">) => ({
      message: `${quoted(code)} is no mapping file of the organisation of this key or token.`,
      hint:
        known.length > 0
          ? `Send the file to one of these: ${known.map((each) => `/uploads/${each}`).join(", ")}.`
          : "Ask the data steward for a mapping file with your organisation as uploadedBy.",
    }),
    apiKey: ({ id }: Texts<"id">) => ({
      message: `No key has the id ${quoted(id)}.`,
      hint: "Give the id of a key, its 10 characters after vic_live_; `apiKeys` lists them.",
    }),
    hsdsId: ({ argument, id, table }: Texts<"argument" | "id" | "table">) => ({
      message: `${argument} is ${quoted(id)}, which is not the id of a ${table}.`,
      hint: `Look ids up in /hsds/${hsdsLists[table]}: they are UUIDs of the hub's codes, and the records of synthetic sources have none.`,
    }),
    enumeration: ({ name, known }: Texts<"name"> & Lists<"known">) => ({
      message: `${quoted(name)} is not an enum of the schema.`,
      hint: `The nearest names are ${quotedList(known)}. Look others up with { enumerations { name } }.`,
    }),
    gone: ({ name }: Texts<"name">) => ({
      message: `${name} does not exist, or no longer exists.`,
      hint: "Look its code up again: it may have been retired or merged into another record.",
    }),
    group: ({
      code,
      dimension,
      suggestions,
      count,
    }: Texts<"code" | "dimension"> & Lists<"suggestions"> & Numbers<"count">) => ({
      message: `filter names ${quoted(code)}, which is not a group of ${dimension} here.`,
      hint:
        count === 0
          ? "There are no groups."
          : `The nearest of ${number(count)} groups are ${quotedList(suggestions)}.`,
    }),
    merged: ({ code, successor }: Texts<"code" | "successor">) => ({
      message: `${quoted(code)} was merged into ${quoted(successor)}.`,
      hint: `Give the code ${quoted(successor)}.`,
    }),
    inboxFolder: ({ file, known }: Texts<"file"> & Lists<"known">) => ({
      message: `${quoted(file)} is not under the code of a source that comes to the inbox.`,
      hint: `Put the file under the code of its source, as in ${known[0] ?? "code"}/file.csv. Codes: ${known.join(", ")}.`,
    }),
    noImportSource: ({ code, known }: Texts<"code"> & Lists<"known">) => ({
      message: `There is no source ${quoted(code)}.`,
      hint: `Known sources: ${known.join(", ")}.`,
    }),
    noRecord: ({ argument, id }: Texts<"argument" | "id">) => ({
      message: `${argument} is ${quoted(id)}, which is not the id of a record.`,
      hint: 'Give the id field of a record, for example { centre(code: "ds3017:25") { id } }.',
    }),
    otherTaxonomy: ({ code, taxonomy }: Texts<"code" | "taxonomy">) => ({
      message: `${quoted(code)} is not a term of the taxonomy ${taxonomy}.`,
      hint: `Look the code up with ${lookUp("taxonomyTerms", `(filter: { taxonomy: "${taxonomy}" })`)}.`,
    }),
    /** `since`: the first version in the hub, if it is later. */
    notThen: ({
      list,
      code,
      instant,
      since,
    }: { readonly list: Listed; readonly since: string | null } & Texts<"code" | "instant">) => ({
      message: `${noSuch[list]} had the code ${quoted(code)} at ${instant}: ${since === null ? "it was retired then" : `the hub has known it only since ${since}`}.`,
      hint:
        since === null
          ? "Its record has a history: look it up in `changes`, or give an earlier moment."
          : `Give a moment from ${since} on.`,
    }),
    retired: ({ list, code, instant }: { readonly list: Listed } & Texts<"code" | "instant">) => ({
      message: `${noSuch[list]} has the code ${quoted(code)} any more: it was retired at ${instant}.`,
      hint: `Look the code up with ${lookUp(list)}.`,
    }),
    unknown: ({
      list,
      code,
      suggestions,
    }: { readonly list: Listed } & Texts<"code"> & Lists<"suggestions">) => ({
      message: `${noSuch[list]} has the code ${quoted(code)}.`,
      hint:
        suggestions.length === 0
          ? `Look the code up with ${lookUp(list)}.`
          : `The nearest codes are ${quotedList(suggestions)}. Look others up with ${lookUp(list)}.`,
    }),
    version: ({
      argument,
      label,
      strategy,
      known,
    }: Texts<"argument" | "label" | "strategy"> & Lists<"known">) => ({
      message: `${argument} is ${quoted(label)}, which is not a version of the budget of ${strategy}.`,
      hint: known.length === 0 ? "It has no budget version." : `Its versions are ${quotedList(known)}.`,
    }),
  },
  VERSION_CONFLICT: {
    sameFields: ({
      name,
      version,
      expected,
      fields,
    }: Texts<"name"> & Numbers<"expected" | "version"> & Lists<"fields">) => ({
      message: `${name} is at version ${version}; since version ${expected} somebody else changed the same fields: ${fields.join(", ")}.`,
      hint: "Compare the values in `conflicts`, decide which one is right, and send the change with the new version.",
    }),
    otherVersion: ({
      name,
      version,
      expected,
    }: Texts<"name"> & Numbers<"version"> & { readonly expected: number | null }) => ({
      message: `${name} is at version ${version}; the change was made from version ${expected}.`,
      hint: "Read the record again, look at the changes of others, and send the change with the new version.",
    }),
  },
};
