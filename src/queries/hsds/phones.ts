import { isEmailOfHsds } from "../../domain/hsds/addresses";
import type { HsdsContact, HsdsPhone } from "../../domain/hsds/parts";
import type { Contact, Phone } from "../../domain/kit/contact";
import { attributesOf } from "./attributes";
import { nested, said } from "./row";

/** Only telephones for voice are in the hub. */
export const phoneRows = (owner: string, phones: readonly Phone[]): HsdsPhone[] =>
  phones.map(({ number, note }) =>
    nested("phone", owner, { number, type: "voice", description: said(note) }),
  );

/** Offices and functions, with the name of a person where there is a legal basis. */
export const contactRows = (owner: string, contacts: readonly Contact[]): HsdsContact[] =>
  contacts.map(({ office, email, phone, personName }): HsdsContact => {
    const isValid = email !== null && isEmailOfHsds(email);
    const row = nested("contact", owner, {
      name: personName,
      department: said(office) ?? "",
      email: isValid ? email : null,
    });
    const attributes = attributesOf("contact", row.id, [{ term: "email", value: isValid ? null : email }]);
    const phones = phone === null ? [] : phoneRows(row.id, [phone]);
    return {
      ...row,
      ...(phones.length > 0 && { phones }),
      ...(attributes.length > 0 && { attributes }),
    };
  });
