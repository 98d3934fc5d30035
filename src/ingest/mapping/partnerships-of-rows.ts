import { distinctSorted } from "../../domain/kit/distinct";
import { createPartnership, memberKey } from "../../domain/strategy/partnership";
import { finding, type LineProblem, problem } from "../kit/problem";
import type { Finished, FinishedRecord } from "../kit/source";
import type { Mapping } from "./mapping.schema";
import type { RowMember } from "./membership-of";

interface LineMember extends RowMember {
  readonly line: number;
}

/** The partnerships of the mapping file that rows name, with the members and areas of the rows; no others. */
export function partnershipsOfRows(mapping: Mapping, members: readonly LineMember[]): Finished {
  const problems: LineProblem[] = [];
  const records = mapping.partnerships.flatMap((partnership): FinishedRecord[] => {
    const own = members.filter(({ partnershipCode }) => partnershipCode === partnership.code);
    const first = new Map<string, LineMember>();
    for (const each of own) {
      const earlier = first.get(memberKey(each.member));
      if (earlier === undefined) first.set(memberKey(each.member), each);
      else {
        const found = finding("DUPLICATE", "earlierRow", { line: earlier.line });
        problems.push({ line: each.line, ...problem("ERROR", found, null, each.member.organizationCode) });
      }
    }
    const kept = [...first.values()];
    if (kept.length === 0) return [];
    const record = createPartnership({
      ...partnership,
      members: kept.map(({ member }) => member),
      areaCodes: distinctSorted([
        ...partnership.areaCodes,
        ...kept.flatMap(({ member }) => member.areaCodes),
      ]),
      sourceCodes: [mapping.source.code],
    });
    return [{ type: "partnership", record, lines: kept.map(({ line }) => line) }];
  });
  return { records, problems };
}
