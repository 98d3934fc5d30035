import type { WordRole } from "./lexicon";
import type { Token, TokenMeaning } from "./tokens";

/**
 * The position of a reader of tokens, and whether it met a typing error. A rule that fails has no effect: it reads a
 * copy.
 */
export interface TokenReader {
  readonly tokens: readonly Token[];
  /** Index of the next token. */
  at: number;
  repaired: boolean;
}

export const readerAt = (tokens: readonly Token[], at: number): TokenReader => ({
  tokens,
  at,
  repaired: false,
});

export const peek = (reader: TokenReader, ahead = 0): Token | null =>
  reader.tokens[reader.at + ahead] ?? null;

/** Takes the next token and notes its typing error, if any; a missing space after a number is one too ("7agosto"). */
export function take(reader: TokenReader): Token {
  const token = reader.tokens[reader.at++]!;
  const next = peek(reader);
  const glued = token.kind === "NUMBER" && next !== null && next.start === token.end && isWord(next);
  reader.repaired ||= token.repaired === true || glued;
  return token;
}

const isWord = ({ kind }: Token): boolean => kind === "WORD" || kind === "OTHER";

export function takeRole(reader: TokenReader, ...roles: readonly WordRole[]): boolean {
  const role = peek(reader)?.role;
  if (role === undefined || !roles.includes(role)) return false;
  take(reader);
  return true;
}

export function takeKind(reader: TokenReader, ...kinds: readonly TokenMeaning["kind"][]): Token | null {
  const token = peek(reader);
  return token && kinds.includes(token.kind) ? take(reader) : null;
}

/** The result of a rule; on failure `null`, and the reader does not move. */
export function attempt<T>(reader: TokenReader, rule: (copy: TokenReader) => T | null): T | null {
  const copy = { ...reader };
  const result = rule(copy);
  if (result !== null) Object.assign(reader, copy);
  return result;
}
