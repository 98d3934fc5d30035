import * as z from "zod";
import { distinct, group } from "./field";
import { hasVatCheckDigit, isLei } from "./identifier-checks";
import { checks } from "./messages/en/checks";

/** Public registers whose keys the hub knows by name. Keys of datasets stand under the code of the dataset. */
export const identifierSchemes = [
  /** Tax code of a body (codice fiscale): 11 digits. Those of persons have letters and never enter. */
  "CF",
  /** Index of Italian public administrations (IPA): a body. */
  "IPA",
  /** The same: a homogeneous organisational area. */
  "IPA_AOO",
  /** The same: an organisational unit. */
  "IPA_UO",
  /** National code of a municipality by the statistical office. */
  "ISTAT",
  /** Legal Entity Identifier, ISO 17442. */
  "LEI",
  /** Register of third-sector bodies. */
  "RUNTS",
  /** VAT number (partita IVA): 11 digits. */
  "VAT",
] as const;
type IdentifierScheme = (typeof identifierSchemes)[number];

/** Long enough for every register; a longer one can only come from a request. */
const longestValue = 200;

const isDatasetCode = (scheme: string): boolean => /^[a-z][a-z0-9-]{0,59}$/.test(scheme);

const isScheme = (scheme: string): scheme is IdentifierScheme => identifierSchemes.some((s) => s === scheme);

/** What is publicly known of the form of a key; the others only must not be empty. */
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

/** A key that a register gives, for example scheme `IPA`, value `c_f205`. */
export type ExternalIdentifier = z.output<typeof identifier>;

/** Keys in other registers, each once in whatever spelling. */
export const identifiers = () => distinct(identifier, (key) => JSON.stringify(foldIdentifier(key)));

/**
 * The same for two spellings of one key: capital or small letters and spaces make no difference ("C_F205 " is
 * `c_f205`). Leading zeros do.
 */
export const foldIdentifier = ({ scheme, value }: ExternalIdentifier): ExternalIdentifier => ({
  scheme: foldText(scheme),
  value: foldText(value),
});

const foldText = (text: string): string => text.normalize("NFKC").replace(/\s+/gu, "").toLowerCase();

/** `ds3017:25` as a scheme and a value; `null` where it has no colon or nothing on one side of it. */
export function parseIdentifier(text: string): ExternalIdentifier | null {
  const [, scheme, value] = /^([^:]*[^:\s][^:]*):(.*\S.*)$/s.exec(text) ?? [];
  return scheme === undefined || value === undefined ? null : { scheme, value };
}

/** Whether a record can have it at all. */
export const canIdentify = (folded: ExternalIdentifier): boolean =>
  /^[a-z][a-z0-9_-]{0,59}$/.test(folded.scheme) && folded.value !== "" && folded.value.length <= longestValue;

/** Any record that may have keys of other registers. */
export type Identified = {
  readonly externalIdentifiers?: readonly ExternalIdentifier[];
  readonly identifiers?: readonly ExternalIdentifier[];
};

/** The keys of a record, each folded, once. */
export function foldedIdentifiers({ externalIdentifiers, identifiers }: Identified): ExternalIdentifier[] {
  const folded = [...(externalIdentifiers ?? []), ...(identifiers ?? [])].map(foldIdentifier);
  return [...new Map(folded.map((key) => [`${key.scheme}:${key.value}`, key])).values()];
}
