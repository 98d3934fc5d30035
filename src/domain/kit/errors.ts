type Texts = typeof import("./messages/errors");
type Catalogue = Texts["en"];

/** Clients rely on these codes: adding one changes the API. */
export type HubErrorCode = keyof Catalogue;

export interface ErrorText {
  readonly message: string;
  readonly hint: string;
}

interface Circumstances {
  /** The argument, field, column or variable with the error, if any. */
  readonly where?: string | undefined;
  readonly cause?: unknown;
  /** What may have been meant, best first. */
  readonly suggestions?: readonly string[] | undefined;
}

/** The arguments after code and key: the values of the entry, `null` when it has none. */
type Rest<Entry> = Entry extends (values: infer Values) => ErrorText
  ? [values: Values, circumstances?: Circumstances]
  : [values?: null, circumstances?: Circumstances];

/**
 * An intended error: its text is written for users, in English and Italian. Any other error is a bug and is masked at
 * the edge.
 */
export class HubError<
  Code extends HubErrorCode = HubErrorCode,
  Key extends keyof Catalogue[Code] = keyof Catalogue[Code],
> extends Error {
  readonly code: HubErrorCode;
  readonly messageIt: string;
  readonly hint: string;
  readonly hintIt: string;
  readonly where: string | null;
  readonly suggestions: readonly string[] | null;

  constructor(
    code: Code,
    key: Key,
    ...[values, { where, cause, suggestions } = {}]: Rest<Catalogue[Code][Key]>
  ) {
    // With the first error: these texts are long, and a start needs none of them.
    const { en, it } = require("./messages/errors") as Texts;
    const english = textOf(en[code][key], values);
    const italian = textOf((it as Catalogue)[code][key], values);
    super(english.message, { cause });
    this.name = "HubError";
    this.code = code;
    this.messageIt = italian.message;
    this.hint = english.hint;
    this.hintIt = italian.hint;
    this.where = where ?? null;
    this.suggestions = suggestions ?? null;
  }
}

const textOf = (entry: unknown, values: unknown): ErrorText =>
  typeof entry === "function" ? entry(values) : (entry as ErrorText);
