// Written by `npm run schema` from issues-of-area.graphql: change that file.
import type { Operation } from "../operation";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type DataQualityRule =
  | 'AREA_MISMATCH'
  | 'AREA_NAME_DOUBTFUL'
  | 'CELL_COUNT'
  | 'COLUMNS_REPEATED'
  | 'COORDINATES_DISAGREE'
  | 'CUT_FILE'
  | 'DUPLICATE'
  | 'EMPTY_CELL'
  | 'HIDDEN_CHARACTERS'
  | 'HOURS_NOT_UNDERSTOOD'
  | 'HOURS_WHILE_CLOSED'
  | 'INVALID_RECORD'
  | 'KINDS_DISAGREE'
  | 'NOT_AN_AREA'
  | 'NOT_AN_INDEX'
  | 'NOT_A_CODE'
  | 'NOT_A_COORDINATE'
  | 'NOT_A_COUNT'
  | 'NOT_A_DATE'
  | 'NOT_A_GEOMETRY'
  | 'NOT_A_NUMBER'
  | 'NOT_A_PHONE'
  | 'NOT_A_RECORD'
  | 'NOT_A_SHARE'
  | 'NOT_HELD'
  | 'NOT_OWN'
  | 'NOT_UTF8'
  | 'NOT_YES_OR_NO'
  | 'OTHER_COLUMN_NAME'
  | 'OTHER_ENCODING'
  | 'OTHER_SEPARATOR'
  | 'PHONE_WITHOUT_PREFIX'
  | 'POINTS_DISAGREE'
  | 'POINT_OUTSIDE_CITY'
  | 'POINT_PROPOSED'
  | 'POSSIBLE_SAME_CENTRE'
  | 'POSSIBLE_SAME_PLACE'
  | 'PROBLEMS_NOT_LISTED'
  | 'QUOTE_NOT_CLOSED'
  | 'ROW_TOO_LONG'
  | 'SOURCE_UNREADABLE'
  | 'SURFACE_DIFFERS'
  | 'TOTAL_DIFFERS'
  | 'UNKNOWN_AREA'
  | 'UNKNOWN_CENTRE'
  | 'UNKNOWN_WORD';

export type Severity =
  | 'ERROR'
  | 'NOTICE'
  | 'WARNING';

export type TextLanguage =
  | 'EN'
  | 'IT';

export type IssuesOfAreaQueryVariables = Exact<{
  area: string;
  language: TextLanguage;
}>;


export type IssuesOfAreaQuery = { readonly area: { readonly qualityIssues: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly rule: DataQualityRule, readonly severity: Severity, readonly firstSeen: string, readonly message: { readonly text: { readonly value: string } }, readonly remedy: { readonly text: { readonly value: string } }, readonly source: { readonly title: string } | null }> } | null, readonly centres: { readonly nodes: ReadonlyArray<{ readonly name: string, readonly qualityIssues: ReadonlyArray<{ readonly rule: DataQualityRule, readonly severity: Severity, readonly firstSeen: string, readonly message: { readonly text: { readonly value: string } }, readonly remedy: { readonly text: { readonly value: string } }, readonly source: { readonly title: string } | null }> | null }> } | null } | null };

export type IssueFragment = { readonly rule: DataQualityRule, readonly severity: Severity, readonly firstSeen: string, readonly message: { readonly text: { readonly value: string } }, readonly remedy: { readonly text: { readonly value: string } }, readonly source: { readonly title: string } | null };

export const IssuesOfArea: Operation<IssuesOfAreaQuery, IssuesOfAreaQueryVariables> = {
  name: "IssuesOfArea",
  hash: "7ab4533b75b5e78e36b2c11ee5af9739108f150d5c39722b5b6e4e5b90560b87",
  text: "query IssuesOfArea($area: String!, $language: TextLanguage!) {\n  area(code: $area) {\n    qualityIssues(first: 20) {\n      totalCount\n      nodes {\n        ...Issue\n      }\n    }\n    centres(first: 40) {\n      nodes {\n        name\n        qualityIssues {\n          ...Issue\n        }\n      }\n    }\n  }\n}\n\nfragment Issue on DataQualityIssue {\n  rule\n  severity\n  firstSeen\n  message {\n    text(language: $language) {\n      value\n    }\n  }\n  remedy {\n    text(language: $language) {\n      value\n    }\n  }\n  source {\n    title\n  }\n}",
};
