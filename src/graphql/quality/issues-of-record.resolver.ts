import { type Observation, observationCode } from "../../domain/indicators/observation";
import { limits } from "../../domain/kit/limits";
import type { Centre } from "../../domain/places/centre";
import type { ServiceAtLocation } from "../../domain/services/service-at-location";
import { issuesOfRecord } from "../../queries/quality/issues-of-record";
import { ObservationType } from "../indicators/observation.type";
import { type FieldOf, field, fields } from "../kit/declare";
import { CentreType } from "../places/centre.type";
import { ServiceAtLocationType } from "../services/service-at-location.type";
import { DataQualityIssueType } from "./data-quality-issue.type";

const qualityIssues = <Source>(type: string, codeOf: (record: Source) => string): FieldOf<Source> =>
  field(
    () => [DataQualityIssueType],
    "Open data quality issues of the record; empty if there are none. Efficient in lists.",
    (record, { records }) => issuesOfRecord({ type, code: codeOf(record) }, records),
    limits.issuesOfRecord,
  );

fields<Centre>(() => CentreType, { qualityIssues: qualityIssues("Centre", ({ code }) => code) });

fields<ServiceAtLocation>(() => ServiceAtLocationType, {
  qualityIssues: qualityIssues("ServiceAtLocation", ({ code }) => code),
});

fields<Observation>(() => ObservationType, { qualityIssues: qualityIssues("Observation", observationCode) });
