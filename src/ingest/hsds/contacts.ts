import { type Contact, isPhoneNumber, officeContact, type Phone } from "../../domain/kit/contact";
import { finding } from "../kit/problem";
import type { HsdsIndex } from "./index-of";
import { localized } from "./options";
import { type HsdsRow, textOf } from "./tables";

/** Phones for voice calls; a type such as hotline, extension and description become the note. */
export function phonesOfRows(
  rows: readonly HsdsRow[],
  { options, report }: Pick<HsdsIndex, "options" | "report">,
): Phone[] {
  const phones = rows.flatMap((row): Phone[] => {
    const [number, type, extension] = [textOf(row, "number"), textOf(row, "type"), textOf(row, "extension")];
    if (type !== null && isSilent(type)) {
      report(row, "NOTICE", finding("NOT_HELD", "notByVoice"), "phone.type", type);
      return [];
    }
    if (number === null || !isPhoneNumber(number)) {
      report(row, "ERROR", finding("NOT_A_PHONE", "plainNumber"), "phone.number", number);
      return [];
    }
    const note = [
      type === null || isPlain(type) ? null : type,
      extension === null ? null : `ext. ${extension}`,
      textOf(row, "description"),
    ];
    const remarks = note.filter((part) => part !== null).join("; ");
    return [{ number, note: localized(remarks || null, options) }];
  });
  return [...new Map(phones.map((phone) => [JSON.stringify(phone), phone])).values()];
}

/** Lines for writing or images. Feeds have other words than those of the specification, and combine them: `Voice/TTY`. */
const isSilent = (type: string): boolean =>
  type
    .split(/[/&+,;]|\band\b/i)
    .every((part) =>
      /\b(?:fax|minicom|pager|sms|tdd|teletype|text|textphone|ttd|tty|video|videophone)\b/i.test(part),
    );

const isPlain = (type: string): boolean => /^(?:cell|voice)$/i.test(type);

/** Offices and functions. Names of persons are not imported: HSDS has no field for a legal basis. */
export function contactsOfRows(rows: readonly HsdsRow[], { of, options, report }: HsdsIndex): Contact[] {
  return rows.flatMap((row): Contact[] => {
    const office = localized(textOf(row, "department") ?? textOf(row, "title"), options);
    const email = textOf(row, "email");
    const id = textOf(row, "id");
    const phones = id === null ? [] : of("phone", "contact_id", id);
    const [phone = null] = phonesOfRows(phones, { options, report: () => undefined });
    if (office !== null && (email !== null || phone !== null)) return [officeContact(office, email, phone)];
    report(row, "NOTICE", finding("NOT_HELD", "contactIncomplete"), "contact", null);
    return [];
  });
}
