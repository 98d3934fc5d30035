import * as z from "zod";
import { group, optional } from "./field";
import { localizedText } from "./localized-text";
import { checks } from "./messages/en/checks";

/** A telephone of an office, never of a person (HSDS phone). */
export type Phone = z.output<ReturnType<typeof phone>>;

/** An office or a function. On purpose no field can hold the name of a person. */
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

export const contact = () =>
  group(
    { office: localizedText(), email: optional(email()), phone: optional(phone()) },
    ({ email, phone }, check) => check(email !== null || phone !== null, "", (text) => text.contact),
  );
