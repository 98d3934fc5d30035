/** Bounds of the API. Beyond them it answers with an error that names the bound, and never cuts silently. */
export const limits = {
  /**
   * A complete file may lack this share of the earlier records, and always this number; if it lacks more, nothing is
   * deleted. `records` is how many records of a complete file the hub keeps for the comparison with the next file.
   */
  importDeletes: { share: 0.1, always: 5, records: 500_000 },
  /** Items of one page of a connection. */
  pageSize: { smallest: 1, largest: 100, usual: 20 },
  /** Actions and, separately, partnerships of a strategy in its coverage matrix. */
  coverageRecords: 100,
  /** Cells of a coverage matrix: partners x areas x actions. */
  coverageCells: 5_000,
  /** Memberships in the areas of a coverage matrix and around them. */
  coverageMemberships: 500,
  /** Data quality issues that a summary counts: open ones and, separately, resolved ones. */
  summarisedIssues: 10_000,
  /** Problems of one file that an import stores as issues. It counts the others by rule. */
  problemsOfSource: 2_000,
  /** Data quality issues in the list of one record. */
  issuesOfRecord: 50,
  /** Items of each list that a record holds, for example its telephones. Real records of Milan have at most 40. */
  recordList: 500,
  /** Characters of one text that a caller gives. */
  editedText: 10_000,
  /** Characters of the reason for a change. */
  reason: 500,
  /** Intervals in one answer of opening hours or closures. */
  intervals: 1_000,
  /** Texts of one search result with marked words. */
  highlights: 5,
  /** Records in a list that one record leads to without pages: places of a service, services or centres of a place. */
  linkedRecords: 500,
  /** Records with one key of another register. */
  identified: 100,
  /** Areas of one map. */
  mapAreas: 5_000,
  /** Classes of a map. */
  mapClasses: { smallest: 2, largest: 9, usual: 5 },
  /** Named indicators of one profile of an area. */
  profileIndicators: { smallest: 1, largest: 100 },
  /** Codes in one argument, before they are looked up; most arguments take fewer. */
  codesInArgument: { smallest: 0, largest: 100 },
  /** Areas that a list names by their codes. */
  namedAreas: { smallest: 1, largest: 100 },
  /** Observations of one indicator, of all areas and periods, for series. */
  seriesObservations: 10_000,
  /** Areas in one answer of series. */
  seriesAreas: { smallest: 1, largest: 20 },
  /** Peers of an area. */
  peers: { smallest: 1, largest: 20, usual: 5 },
  /** Measures of one aggregate. */
  aggregateMeasures: { smallest: 1, largest: 6 },
  /** Periods of one indicator in one aggregate. */
  aggregatePeriods: { smallest: 1, largest: 10 },
  /** Number of people in a ratio of an aggregate: per 1,000 by default. */
  aggregateFactor: { smallest: 1, largest: 1_000_000, usual: 1_000 },
  /** Parts of a composite index. */
  compositeParts: { smallest: 2, largest: 12 },
  /** Weight of one part. */
  compositeWeight: { smallest: 0.001, largest: 1_000 },
  /** Periods of a composite index. */
  compositePeriods: { smallest: 1, largest: 15 },
  /** Named areas in a composite index. */
  compositeAreas: { smallest: 1, largest: 20 },
  /** Minimum denominator of a ranked ratio: 0 of 2 persons would set the end of a scale. */
  rankedDenominator: { smallest: 0, largest: 1_000_000, usual: 20 },
  /** Minimum of residents of a ranked area: below it a few persons would change the rank. */
  rankedResidents: { smallest: 0, largest: 1_000_000, usual: 700 },
  /**
   * Records of one type that are read one by one for an answer: entries of a strategy, terms, and all centres for pairs that may be
   * the same. Totals of centres and services are sums of published numbers, without such a limit.
   */
  totalledRecords: 5_000,
  /** Centres of an area, or of the hub, in a question about access and among the organisations of an area. */
  placesOfArea: 20_000,
  /** Cells of totals by group. */
  totalCells: 5_000,
  /** Kinds in one filter of centres. */
  filterKinds: 50,
  /** Minutes on foot of a question about access. */
  accessMinutes: { smallest: 1, largest: 60, usual: 15 },
  /** Pairs of population points and centres that one question about access compares (`pointBlocks`). */
  accessPairs: 20_000_000,
  /** Centres that a what-if opens and, separately, closes. */
  whatIfCentres: 50,
  /** Estimated cost of one operation, and estimated size of its answer. */
  operation: { units: 300_000, bytes: 2_000_000 },
  /** Lexical tokens of one document; the standard introspection query has 184. */
  documentTokens: 1_000,
  /** Ids in one `nodes` query. */
  nodes: 100,
  /** Centres in one `nearestCentres` answer. */
  nearest: { smallest: 1, largest: 50, usual: 20 },
  /** Pairs in one `possibleSameCentres` answer. */
  sameCentres: { smallest: 1, largest: 200, usual: 20 },
  /** Radius of a search for the nearest, in metres. */
  searchRadiusMetres: { smallest: 1, largest: 15_000, usual: 5_000 },
  /** Characters of the text of a search. */
  searchText: { smallest: 2, largest: 100 },
  /** Words of the text of a search, without articles and the like. */
  searchWords: 10,
  /** Walking speed in km/h: about 5 for adults; by default the 3.5 of older people (docs/methods.md). */
  walkingSpeedKmh: { smallest: 1, largest: 8, usual: 3.5 },
  /** Walking distance divided by straight line: about 1.2 to 1.3 in cities (docs/methods.md). */
  detourFactor: { smallest: 1, largest: 2, usual: 1.3 },
} as const;

/**
 * Units of work. One unit is the work of one plain field, about 2 microseconds of CPU; the others are measured beside it
 * (docs/decisions/0027).
 */
export const workUnits = {
  /** A call of the store. */
  storeCall: 400,
  /** An item that it returns, read and decoded. */
  storeItem: 100,
  /** A link to a record: records of a page often link to the same ones, which are read once. */
  link: 20,
  /** A pair of a point and a centre that `access` compares. */
  pair: 0.016,
  /** A logged change that is decoded, also one that a filter leaves out. */
  change: 1,
} as const;

export interface Bounds {
  readonly smallest: number;
  readonly largest: number;
}

export const isWithin = ({ smallest, largest }: Bounds, value: number): boolean =>
  value >= smallest && value <= largest;
