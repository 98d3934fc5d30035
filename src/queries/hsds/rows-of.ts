import type { HsdsTaxonomyTerm } from "../../domain/hsds/parts";
import type {
  HsdsLocation,
  HsdsLocationBasic,
  HsdsOrganization,
  HsdsOrganizationBasic,
  HsdsService,
  HsdsServiceAtLocation,
  HsdsServiceAtLocationBasic,
  HsdsServiceBasic,
} from "../../domain/hsds/rows";
import type { HsdsEntry, HsdsTable } from "../../storage/documents/hsds.repository";
import { together } from "../kit/together";
import { locationBasic, locationRow } from "./locations";
import { organizationBasic, organizationRow } from "./organizations";
import { ownTermOf } from "./own-terms";
import type { HsdsReading } from "./reading";
import { serviceAtLocationBasic, serviceAtLocationRow } from "./service-at-locations";
import { serviceBasic } from "./service-basic";
import { serviceRow, workOfRow } from "./services";
import { termRow, wholeTerm } from "./taxonomies";

/** BASIC has no nested rows, as in lists; FULL has all. */
export type HsdsForm = "BASIC" | "FULL";

/** The rows of each table. */
export interface HsdsRows {
  readonly BASIC: {
    readonly location: HsdsLocationBasic;
    readonly organization: HsdsOrganizationBasic;
    readonly service: HsdsServiceBasic;
    readonly service_at_location: HsdsServiceAtLocationBasic;
    readonly taxonomy_term: HsdsTaxonomyTerm;
  };
  readonly FULL: {
    readonly location: HsdsLocation;
    readonly organization: HsdsOrganization;
    readonly service: HsdsService;
    readonly service_at_location: HsdsServiceAtLocation;
    readonly taxonomy_term: HsdsTaxonomyTerm;
  };
}

type RowsOf = {
  readonly [T in HsdsTable]: (
    codes: readonly string[],
    form: HsdsForm,
    reading: HsdsReading,
  ) => readonly (HsdsRows[HsdsForm][T] | null)[];
};

const makers: RowsOf = {
  location: (codes, form, { records }) =>
    together(records.centre.all(codes), (centre) =>
      form === "FULL" ? locationRow(centre, records) : locationBasic(centre, records),
    ),
  organization: (codes, form, { records }) =>
    together(records.organization.all(codes), (each) =>
      form === "FULL" ? organizationRow(each, records) : organizationBasic(each, records),
    ),
  service: (codes, form, reading) =>
    together(reading.records.service.all(codes), (each) =>
      form === "FULL" ? serviceRow(each, reading) : serviceBasic(each, reading),
    ),
  service_at_location: (codes, form, reading) =>
    together(reading.records.serviceAtLocation.all(codes), (each) =>
      form === "FULL" ? serviceAtLocationRow(each, reading) : serviceAtLocationBasic(each, reading),
    ),
  taxonomy_term: (codes, _, { records }) => {
    const found = new Map(records.taxonomyTerm.all(codes).map((term) => [term.code, termRow(term)]));
    return codes.map((code) => {
      const term = ownTermOf(code) ?? found.get(code);
      return term ? wholeTerm(term) : null;
    });
  },
};

/** The rows of some entries, in their order. */
export function rowsOf<T extends HsdsTable, F extends HsdsForm>(
  table: T,
  entries: readonly HsdsEntry[],
  form: F,
  reading: HsdsReading,
): HsdsRows[F][T][] {
  reading.work?.computes(workOfRow[form] * entries.length);
  const codes = entries.map(({ code }) => code);
  const rows = makers[table](codes, form, reading);
  return rows.filter((row) => row !== null) as HsdsRows[F][T][];
}
