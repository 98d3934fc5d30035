import * as z from "zod";
import { distinct, group } from "./field";
import { hasVatCheckDigit, isLei } from "./identifier-checks";
import { checks } from "./messages/en/checks";

/** Public registers with known keys. The scheme of a key of a dataset is the code of the dataset. */
export const identifierSchemes = [
  /** Tax code of an organisation (codice fiscale): 11 digits. Those of persons have letters and are rejected. */
  "CF",
  /** Index of Italian public administrations (IPA): an administration. */
  "IPA",
  /** IPA: a homogeneous organisational area. */
  "IPA_AOO",
  /** IPA: an organisational unit. */
  "IPA_UO",
  /** National code of a municipality by the statistical office. */
  "ISTAT",
  /** Legal Entity Identifier, ISO 17442. */
  "LEI",
  /** Register of third-sector organisations. */
  "RUNTS",
  /** VAT number (partita IVA): 11 digits. */
  "VAT",
] as const;
type IdentifierScheme = (typeof identifierSchemes)[number];

/** Characters. No key of a register is longer, so a longer one can only come from a request. */
const longestValue = 200;

const isDatasetCode = (scheme: string): boolean => /^[a-z][a-z0-9-]{0,59}$/.test(scheme);

const isScheme = (scheme: string): scheme is IdentifierScheme => identifierSchemes.some((s) => s === scheme);

/** Documented forms of keys. Keys of other schemes only must not be empty. */
const forms: Partial<
  Record<IdentifierScheme, readonly [fits: (value: string) => boolean, rule: (text: typeof checks) => string]>
> = {
  CF: [hasVatCheckDigit, (text) => text.taxCode],
  ISTAT: [(value) => /^\d{6}$/.test(value), (text) => text.istat],
  LEI: [isLei, (text) => text.lei],
  VAT: [hasVatCheckDigit, (text) => text.vat],
};

const identifier = group(
  {
    /** One of `identifierSchemes`, or the code of the dataset whose key it is, for example `ds3017`. */
    scheme: z.string().refine((scheme) => isScheme(scheme) || isDatasetCode(scheme), {
      params: {
        rule: (text: typeof checks) => text.identifierScheme({ schemes: identifierSchemes.join(", ") }),
      },
    }),
    value: z
      .string()
      .refine(
        (value) => value === value.trim() && value !== "" && value.length <= longestValue,
        checks.identifierValue,
      ),
  },
  ({ scheme, value }, check) => {
    const form = isScheme(scheme) ? forms[scheme] : undefined;
    if (form) check(form[0](value), "value", form[1]);
  },
);

/** A key in a register, for example scheme `IPA`, value `c_f205`. */
export type ExternalIdentifier = z.output<typeof identifier>;

/** Keys in other registers, each in one spelling only. */
export const identifiers = () => distinct(identifier, (key) => JSON.stringify(foldIdentifier(key)));

/**
 * Equal for two spellings of one key: case and spaces make no difference ("C_F205 " is `c_f205`), leading zeros do.
 */
export const foldIdentifier = ({ scheme, value }: ExternalIdentifier): ExternalIdentifier => ({
  scheme: foldText(scheme),
  value: foldText(value),
});

const foldText = (text: string): string => text.normalize("NFKC").replace(/\s+/gu, "").toLowerCase();

/** `ds3017:25` as scheme and value; `null` without a colon, or with nothing before or after it. */
export function parseIdentifier(text: string): ExternalIdentifier | null {
  const [, scheme, value] = /^([^:]*[^:\s][^:]*):(.*\S.*)$/s.exec(text) ?? [];
  return scheme === undefined || value === undefined ? null : { scheme, value };
}

/** Whether any record can have the key. */
export const canIdentify = (folded: ExternalIdentifier): boolean =>
  /^[a-z][a-z0-9_-]{0,59}$/.test(folded.scheme) && folded.value !== "" && folded.value.length <= longestValue;

/** A record that can have keys of other registers. */
export type Identified = {
  readonly externalIdentifiers?: readonly ExternalIdentifier[];
  readonly identifiers?: readonly ExternalIdentifier[];
};

/** The keys of a record, folded and distinct. */
export function foldedIdentifiers({ externalIdentifiers, identifiers }: Identified): ExternalIdentifier[] {
  const folded = [...(externalIdentifiers ?? []), ...(identifiers ?? [])].map(foldIdentifier);
  return [...new Map(folded.map((key) => [`${key.scheme}:${key.value}`, key])).values()];
}
