import * as z from "zod";
import { choice, group, optional, text } from "./field";
import { localizedText } from "./localized-text";
import { checks } from "./messages/en/checks";

/** A telephone of an office, never of a person (HSDS phone). */
export type Phone = z.output<ReturnType<typeof phone>>;

/** An office or a function; a person only with a legal basis. */
export type Contact = z.output<ReturnType<typeof contact>>;

/** A `+` and up to 15 digits (ITU-T E.164), or a short national number; single spaces between digits are allowed. */
export const isPhoneNumber = (text: string): boolean =>
  /^\+?\d(?: ?\d)*$/.test(text) &&
  text.replace(/\D/g, "").length >= 3 &&
  text.replace(/\D/g, "").length <= 15;

export const phone = () =>
  group({
    /** As dialled. */
    number: z.string().refine(isPhoneNumber, checks.phone),
    /** For example which keys to press. */
    note: optional(localizedText()),
  });

export const email = () => z.string().regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, checks.email);

/** The legal bases of GDPR, Article 6(1), a to f. */
export const legalBases = [
  "CONSENT",
  "CONTRACT",
  "LEGAL_OBLIGATION",
  "VITAL_INTERESTS",
  "PUBLIC_TASK",
  "LEGITIMATE_INTERESTS",
] as const;
export type LegalBasis = (typeof legalBases)[number];

export const contact = () =>
  group(
    {
      office: localizedText(),
      email: optional(email()),
      phone: optional(phone()),
      /** A person who answers for the office. */
      personName: optional(text()),
      /** Why the hub may publish the name; `null` without a name. */
      legalBasis: optional(choice(legalBases)),
    },
    ({ email, phone, personName, legalBasis }, check) => {
      check(email !== null || phone !== null, "", (text) => text.contact);
      check(personName === null || legalBasis !== null, "legalBasis", (text) => text.legalBasis);
      check(personName !== null || legalBasis === null, "legalBasis", (text) => text.legalBasisOfNobody);
    },
  );

/** A contact that names no person. */
export const officeContact = (
  office: Contact["office"],
  email: string | null,
  phone: Phone | null = null,
): Contact => ({ office, email, phone, personName: null, legalBasis: null });
