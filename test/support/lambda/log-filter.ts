/** Whether a line of a log group passes. */
export type LogFilter = (line: string) => boolean;

/**
 * A filter pattern of CloudWatch Logs: words of a text, or a condition on the fields of a JSON object. Where AWS's pages leave open what
 * passes, less passes here.
 * @throws Error for a pattern that CloudWatch does not take, or that this does not know.
 */
export function logFilter(pattern: string): LogFilter {
  const trimmed = pattern.trim();
  if (!trimmed.startsWith("{")) return wordFilter(trimmed);
  if (!trimmed.endsWith("}")) throw new Error(`The pattern ${pattern} has no end.`);
  const reader = new Conditions(trimmed.slice(1, -1));
  const condition = reader.any();
  reader.end();
  return (line) => {
    const fields = parsed(line);
    return fields !== undefined && condition(fields);
  };
}

/** `a b`: both; `?a ?b`: one of them; `-a`: not that. Upper and lower case differ. */
function wordFilter(pattern: string): LogFilter {
  const terms = pattern.match(/[?-]?(?:"[^"]*"|\S+)/g) ?? [];
  const words = terms.map((term) => {
    const [, sign = "", quoted, bare] = /^([?-]?)(?:"([^"]*)"|(\S+))$/.exec(term)!;
    if (bare !== undefined && /\W/.test(bare)) throw new Error(`The word ${term} needs quotation marks.`);
    const text = quoted ?? bare!;
    const whole = new RegExp(`(?<!\\w)${escaped(text)}(?!\\w)`);
    return { sign, isIn: (line: string) => (quoted === undefined ? whole.test(line) : line.includes(text)) };
  });
  const some = words.filter(({ sign }) => sign === "?");
  if (some.length > 0 && some.length < words.length)
    throw new Error(`CloudWatch ignores the words with ? in ${pattern}, because others have none.`);
  return (line) =>
    some.length > 0
      ? some.some(({ isIn }) => isIn(line))
      : words.every(({ sign, isIn }) => isIn(line) !== (sign === "-"));
}

type Condition = (fields: unknown) => boolean;

/** `$.a = "x*" && ($.b > 5 || $.c NOT EXISTS)` */
class Conditions {
  readonly #tokens: string[];

  constructor(text: string) {
    this.#tokens =
      text.match(/"[^"]*"|%[^%]*%|&&|\|\||[()]|[!<>]?=|[<>]|\$[\w.[\]"-]*|[\w.*:/-]+/g)?.slice() ?? [];
    const rest = this.#tokens.reduce((left, token) => left.replace(token, ""), text).trim();
    if (rest !== "") throw new Error(`CloudWatch does not know ${rest} in { ${text.trim()} }.`);
  }

  any(): Condition {
    const parts = [this.#all()];
    while (this.#skip("||")) parts.push(this.#all());
    return (fields) => parts.some((part) => part(fields));
  }

  end(): void {
    if (this.#tokens.length > 0) throw new Error(`Nothing may follow: ${this.#tokens.join(" ")}.`);
  }

  #all(): Condition {
    const parts = [this.#one()];
    while (this.#skip("&&")) parts.push(this.#one());
    return (fields) => parts.every((part) => part(fields));
  }

  #one(): Condition {
    if (this.#skip("(")) {
      const inner = this.any();
      if (!this.#skip(")")) throw new Error("A parenthesis is open.");
      return inner;
    }
    const selector = this.#next();
    if (!selector.startsWith("$")) throw new Error(`${selector} must begin with $.`);
    const of = (fields: unknown): unknown => valueAt(fields, selector);
    if (this.#skip("NOT")) {
      if (!this.#skip("EXISTS")) throw new Error("After NOT comes EXISTS.");
      return (fields) => of(fields) === undefined;
    }
    if (this.#skip("IS")) {
      const wanted = { TRUE: true, FALSE: false, NULL: null }[this.#next()];
      if (wanted === undefined) throw new Error("After IS comes TRUE, FALSE or NULL.");
      return (fields) => of(fields) === wanted;
    }
    const operator = this.#next();
    const compare = comparisons[operator];
    if (compare === undefined) throw new Error(`CloudWatch does not know the operator ${operator}.`);
    const wanted = compare(this.#next());
    return (fields) => wanted(of(fields));
  }

  #next(): string {
    const token = this.#tokens.shift();
    if (token === undefined) throw new Error("The pattern ends too early.");
    return token;
  }

  #skip(token: string): boolean {
    if (this.#tokens[0] !== token) return false;
    this.#tokens.shift();
    return true;
  }
}

type Comparison = (wanted: string) => (value: unknown) => boolean;

const ordered =
  (holds: (value: number, wanted: number) => boolean): Comparison =>
  (wanted) => {
    if (!Number.isFinite(Number(wanted))) throw new Error(`${wanted} is no number.`);
    return (value) => typeof value === "number" && holds(value, Number(wanted));
  };

/** A number equals a number, a text a text: `"5*"` does not find the number 500. */
const equals: Comparison = (wanted) => {
  if (wanted.startsWith("%")) {
    const expression = new RegExp(wanted.slice(1, -1));
    return (value) => typeof value === "string" && expression.test(value);
  }
  const quoted = /^"(.*)"$/.exec(wanted)?.[1];
  const text = new RegExp(`^${escaped(quoted ?? wanted).replaceAll("\\*", ".*")}$`, "s");
  if (quoted !== undefined) return (value) => typeof value === "string" && text.test(value);
  return (value) => (typeof value === "number" || typeof value === "string") && text.test(String(value));
};

const comparisons: Readonly<Record<string, Comparison>> = {
  "=": equals,
  "!=": (wanted) => (value) => value !== undefined && !equals(wanted)(value),
  ">": ordered((value, wanted) => value > wanted),
  ">=": ordered((value, wanted) => value >= wanted),
  "<": ordered((value, wanted) => value < wanted),
  "<=": ordered((value, wanted) => value <= wanted),
};

const valueAt = (fields: unknown, selector: string): unknown =>
  [...selector.matchAll(/[\w-]+/g)].reduce<unknown>(
    (value, [name]) => (value as Readonly<Record<string, unknown>> | null | undefined)?.[name],
    fields,
  );

const escaped = (text: string): string => text.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&");

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
