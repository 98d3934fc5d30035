import { createSourceRef, type SourceRef } from "../../../src/domain/kit/source-ref";
import { aSource } from "../../support/builders";
import { testRecordConstructor } from "../../support/record-constructor";

const good = (): SourceRef => ({
  ...aSource(),
  modified: "2026-03",
  retrievedAt: "2026-09-25T08:00:00.123Z",
  sha256: "0123456789abcdef".repeat(4),
});

testRecordConstructor("SourceRef", createSourceRef, good, [
  ["a code that is none", { code: " ds205" }, ["code"]],
  ["an empty title", { title: "" }, ["title"]],
  ["an empty publisher", { publisher: " " }, ["publisher"]],
  ["no statement on rights", { rights: { it: "", en: null } }, ["rights.it"]],
  ["a date that does not exist", { modified: "2026-02-29" }, ["modified"]],
  ["an instant that is none", { retrievedAt: "yesterday" }, ["retrievedAt"]],
  ["a number for an instant", { retrievedAt: "5" }, ["retrievedAt"]],
  ["a day for an instant", { retrievedAt: "2026-09-25" }, ["retrievedAt"]],
  ["an instant of no zone", { retrievedAt: "2026-09-25T08:00:00" }, ["retrievedAt"]],
  ["an instant of a day that does not exist", { retrievedAt: "2026-02-30T08:00:00Z" }, ["retrievedAt"]],
  ["an hour that does not exist", { retrievedAt: "2026-02-20T25:00:00Z" }, ["retrievedAt"]],
  ["a short hash", { sha256: "abc" }, ["sha256"]],
  ["a hash in capitals", { sha256: "A".repeat(64) }, ["sha256"]],
  [
    "several faults",
    { code: "", title: "", modified: "soon", sha256: "" },
    ["code", "title", "modified", "sha256"],
  ],
]);

test("a source typed by hand has neither instant nor hash", () => {
  expect(aSource()).toMatchObject({ retrievedAt: null, sha256: null });
});
