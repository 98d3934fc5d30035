import * as z from "zod";
import { group, optional } from "./field";
import { localizedText } from "./localized-text";
import { checks } from "./messages/en/checks";

/** A telephone of an office, never of a person (HSDS phone). */
export type Phone = z.output<ReturnType<typeof phone>>;

/** A contact: an office or a function. There is no place for the name of a person, on purpose. */
export type Contact = z.output<ReturnType<typeof contact>>;

/** A `+` and up to 15 digits (ITU-T E.164), or a short national number; single spaces may stand between the digits. */
export const isPhoneNumber = (text: string): boolean =>
  /^\+?\d(?: ?\d)*$/.test(text) &&
  text.replace(/\D/g, "").length >= 3 &&
  text.replace(/\D/g, "").length <= 15;

export const phone = () =>
  group({
    /** As it is dialled: digits, perhaps with a leading + and spaces between them. */
    number: z.string().refine(isPhoneNumber, checks.phone),
    /** What to know about it, for example which keys to press. */
    note: optional(localizedText()),
  });

export const email = () => z.string().regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, checks.email);

export const contact = () =>
  group(
    { office: localizedText(), email: optional(email()), phone: optional(phone()) },
    ({ email, phone }, check) => check(email !== null || phone !== null, "", (text) => text.contact),
  );
