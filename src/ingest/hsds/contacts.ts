import { type Contact, isPhoneNumber, type Phone } from "../../domain/kit/contact";
import { finding, type LineProblem } from "../kit/problem";
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
      report(problemAt(row, "NOTICE", finding("NOT_HELD", "notByVoice"), "phone.type", type));
      return [];
    }
    if (number === null || !isPhoneNumber(number)) {
      report(problemAt(row, "ERROR", finding("NOT_A_PHONE", "plainNumber"), "phone.number", number));
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
    report(problemAt(row, "NOTICE", finding("NOT_HELD", "contactIncomplete"), "contact", null));
    return [];
  });
}
