import type { Contact, Phone } from "../../domain/kit/contact";
import { LocalizedTextType } from "./localized-text.type";
import { nonNull, nullable, output } from "./output";

export const PhoneType = output<Phone>("Phone", "Telephone of an office (HSDS phone).", {
  number: nonNull(() => String, "Telephone number as dialled."),
  note: nullable(() => LocalizedTextType, "Note, for example keys to press."),
});

export const ContactType = output<Contact>(
  "Contact",
  "Contact of an office or a function, never of a named person (HSDS contact).",
  {
    office: nonNull(() => LocalizedTextType, "Office or function."),
    email: nullable(() => String, "E-mail address."),
    phone: nullable(() => PhoneType, "Telephone number."),
  },
);
