import {
  emailTerm,
  nameTerm,
  type PersonTerm,
  type PersonTerms,
  phoneDigits,
  phoneTerms,
  wordPattern,
} from "./person-terms";

/** In place of what was erased in a text. */
const erasedMark = "[…]";

interface Span {
  readonly from: number;
  readonly to: number;
}

/** A text without the persons that are known: the mark stands in their place. The same text if there are none. */
export function redactText(text: string, terms: PersonTerms): string {
  const spans = [...emailsIn(text, terms), ...phonesIn(text, terms), ...namesIn(text, terms)].sort(
    (a, b) => a.from - b.from || b.to - a.to,
  );
  let [result, at] = ["", 0];
  for (const { from, to } of spans) {
    if (from < at) continue;
    result += text.slice(at, from) + erasedMark;
    at = to;
  }
  return spans.length === 0 ? text : result + text.slice(at);
}

const spanOf = ({ 0: found, index }: RegExpMatchArray): Span => ({ from: index!, to: index! + found.length });

const emailsIn = (text: string, terms: PersonTerms): Span[] =>
  [...text.matchAll(/[^\s@<>()[\]",;:]+@[^\s@<>()[\]",;:]+[^\s@<>()[\]",;:.]/g)].flatMap((match) =>
    terms.has(emailTerm(match[0])) ? [spanOf(match)] : [],
  );

/** Groups of digits with short separators between them: any neighbouring ones may be a number. */
function phonesIn(text: string, terms: PersonTerms): Span[] {
  const groups = [...text.matchAll(/\+?\d+/g)].map(spanOf);
  return windows(groups, mostGroups).flatMap((window) => {
    const { from, to } = whole(window);
    const isNear = window.every((group, i) => i === 0 || isGap(text.slice(window[i - 1]!.to, group.from)));
    const digits = text.slice(from, to).replace(/\D/g, "").length;
    if (!isNear || digits < phoneDigits.smallest || digits > phoneDigits.largest + 2) return [];
    return phoneTerms(text.slice(from, to)).some((term) => terms.has(term)) ? [{ from, to }] : [];
  });
}

const mostGroups = 8;
const isGap = (between: string): boolean => /^[\s./()-]{0,3}$/.test(between);

function namesIn(text: string, terms: PersonTerms): Span[] {
  const words = [...text.matchAll(wordPattern)].map(spanOf);
  return terms.nameLengths.flatMap((length) =>
    windows(words, length, length).flatMap((window) => {
      const name = nameTerm(window.map(({ from, to }) => text.slice(from, to)));
      return terms.has(name) ? [whole(window)] : [];
    }),
  );
}

/** Neighbouring spans, the longest from each first. */
function windows(spans: readonly Span[], most: number, least = 1): Span[][] {
  return spans.flatMap((_, start) =>
    Array.from({ length: most - least + 1 }, (_, i) => spans.slice(start, start + most - i)).filter(
      (window, i) => window.length === most - i,
    ),
  );
}

const whole = (window: readonly Span[]): Span => ({ from: window[0]!.from, to: window.at(-1)!.to });

const gone = Symbol("gone");

/**
 * A record, or any other plain value, without the persons that are known. Texts get the mark. A telephone, an address or a contact of
 * theirs is removed, and a contact keeps its office if something is left by which it can be reached.
 */
export function redacted<T>(value: T, terms: PersonTerms): T {
  const result = without(value, terms, null);
  return (result === gone ? null : result) as T;
}

function without(value: unknown, terms: PersonTerms, field: string | null): unknown {
  if (typeof value === "string") {
    const text = redactText(value, terms);
    return text !== value && field !== null && removedWhole.has(field) ? gone : text;
  }
  if (Array.isArray(value))
    return value.map((each) => without(each, terms, null)).filter((each) => each !== gone);
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  const before = Object.entries(value);
  const after = before.map(([name, each]) => [name, without(each, terms, name)] as const);
  // Without its number a telephone is nothing, and so is a correction of it.
  if (after.some(([name, each]) => each === gone && essential.has(name))) return gone;
  const kept = Object.fromEntries(after.map(([name, each]) => [name, each === gone ? null : each]));
  if (!("office" in value)) return kept;
  // Of a proposal, which may leave one out.
  if ((kept.email ?? null) === null && (kept.phone ?? null) === null) return gone;
  return kept.personName === null ? { ...kept, legalBasis: null } : kept;
}

/** Fields that have one value: with the person in it nothing of it is left. */
const removedWhole: ReadonlySet<string> = new Set(["email", "key", "number", "personName"]);
/** Fields without which the object says nothing: the number of a telephone, the key of a correction. */
const essential: ReadonlySet<string> = new Set(["key", "number"]);

/** The terms among some that a person is known by. */
export const knownAmong = (terms: readonly PersonTerm[]): PersonTerms => {
  const known = new Set(terms.map(({ kind, term }) => `${kind} ${term}`));
  const names = terms.filter(({ kind }) => kind === "NAME");
  return {
    has: ({ kind, term }) => known.has(`${kind} ${term}`),
    nameLengths: [...new Set(names.map(({ term }) => term.split(" ").length))],
  };
};

/** Whether the address of a receiver names a person who is known, also with encoded characters. */
export const urlNamesPerson = (url: string, terms: PersonTerms): boolean =>
  [url, ...url.split(/[/?&=#]/).map((part) => new URLSearchParams(`part=${part}`).get("part"))].some((text) =>
    namesPerson(text, terms),
  );

/** Whether a plain value names a person who is known, in any text of it. */
export function namesPerson(value: unknown, terms: PersonTerms): boolean {
  if (typeof value === "string") return redactText(value, terms) !== value;
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return false;
  return Object.values(value).some((each) => namesPerson(each, terms));
}

/** Where a plain value names a person who is known, from the value down, also in an address; `null` if it does not. */
export function placeNaming(value: unknown, terms: PersonTerms): readonly string[] | null {
  if (typeof value === "string")
    return namesPerson(value, terms) || (URL.canParse(value) && urlNamesPerson(value, terms)) ? [] : null;
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return null;
  for (const [name, each] of Object.entries(value)) {
    const place = placeNaming(each, terms);
    if (place !== null) return [name, ...place];
  }
  return null;
}
