import type { Checking } from "./check";
import { checkLocalizedText, type LocalizedText } from "./localized-text";

/** A telephone of an office, never of a person (HSDS phone). */
export interface Phone {
  /** As it is dialled: digits, perhaps with a leading + and spaces between them. */
  readonly number: string;
  /** What to know about it, for example which keys to press. */
  readonly note: LocalizedText | null;
}

/** Whom to turn to: an office or a function. There is no place for the name of a person, on purpose. */
export interface Contact {
  readonly office: LocalizedText;
  readonly email: string | null;
  readonly phone: Phone | null;
}

/** A `+` and up to 15 digits (ITU-T E.164), or a short national number; single spaces may stand between the digits. */
export const isPhoneNumber = (text: string): boolean =>
  /^\+?\d(?: ?\d)*$/.test(text) &&
  text.replace(/\D/g, "").length >= 3 &&
  text.replace(/\D/g, "").length <= 15;

export function checkPhone(record: Checking, field: string, { number, note }: Phone): void {
  record.check(isPhoneNumber(number), `${field}.number`, number, "3 to 15 digits, perhaps after a +");
  if (note) checkLocalizedText(record, `${field}.note`, note);
}

export function checkEmail({ check }: Checking, field: string, email: string | null): void {
  const isEmail = email === null || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email);
  check(isEmail, field, email, "must be an e-mail address");
}

export function checkContact(record: Checking, field: string, { office, email, phone }: Contact): void {
  checkLocalizedText(record, `${field}.office`, office);
  record.check(email !== null || phone !== null, field, null, "a contact has an e-mail address or a phone");
  checkEmail(record, `${field}.email`, email);
  if (phone) checkPhone(record, `${field}.phone`, phone);
}
