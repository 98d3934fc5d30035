import { type Contact, isPhoneNumber, type Phone } from "../../domain/kit/contact";
import type { LineProblem } from "../kit/problem";
import { type HsdsOptions, localized, problemAt } from "./options";
import { type HsdsRow, textOf } from "./tables";

/** Phones for voice calls; extension and description become the note. */
export function phonesOfRows(
  rows: readonly HsdsRow[],
  options: HsdsOptions,
  report: (problem: LineProblem) => void,
): Phone[] {
  const phones = rows.flatMap((row): Phone[] => {
    const [number, type, extension] = [textOf(row, "number"), textOf(row, "type"), textOf(row, "extension")];
    if (type !== null && !["cell", "voice"].includes(type.toLowerCase())) {
      const message = "Nobody answers by voice here: it is not taken over.";
      report(problemAt(row, "NOTICE", "NOT_HELD", "phone.type", type, message));
      return [];
    }
    if (number === null || !isPhoneNumber(number)) {
      const message =
        "It must be one number: digits, perhaps behind a +, single spaces between. It is left out.";
      report(problemAt(row, "ERROR", "NOT_A_PHONE", "phone.number", number, message));
      return [];
    }
    const note = [extension === null ? null : `ext. ${extension}`, textOf(row, "description")];
    const remarks = note.filter((part) => part !== null).join("; ");
    return [{ number, note: localized(remarks || null, options) }];
  });
  return [...new Map(phones.map((phone) => [JSON.stringify(phone), phone])).values()];
}

/** Offices and functions. Names of persons are not imported: the hub has no place for them, on purpose. */
export function contactsOfRows(
  rows: readonly HsdsRow[],
  phonesOf: (contactId: string | null) => readonly HsdsRow[],
  options: HsdsOptions,
  report: (problem: LineProblem) => void,
): Contact[] {
  return rows.flatMap((row): Contact[] => {
    const office = localized(textOf(row, "department") ?? textOf(row, "title"), options);
    const email = textOf(row, "email");
    const [phone = null] = phonesOfRows(phonesOf(textOf(row, "id")), options, () => undefined);
    if (office !== null && (email !== null || phone !== null)) return [{ office, email, phone }];
    const message =
      "A contact needs an office or function, and an e-mail address or a phone. It is left out.";
    report(problemAt(row, "NOTICE", "NOT_HELD", "contact", null, message));
    return [];
  });
}
