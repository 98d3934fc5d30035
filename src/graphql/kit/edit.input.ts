import { Int } from "type-graphql";
import { Default, Input, NonNull, Nullable } from "./decorators";
import { PartialDateScalar } from "./scalars";

@Input("EditInput", "Reason and request key of a change.")
export class EditInput {
  @Nullable(() => String, "Reason for the history of the record; at most 500 characters.")
  reason!: string | null | undefined;

  @Nullable(
    () => String,
    "Key chosen by the client, 8 to 100 characters, new for each change, for example a UUID. A repeated request with the same key is executed only once.",
  )
  requestKey!: string | null | undefined;
}

@Input("LocalizedTextInput", "Text in Italian and English.")
export class LocalizedTextInput {
  @NonNull(() => String, "Italian text.")
  it!: string;

  @Default(() => String, null, "English text, if there is one.")
  en!: string | null;
}

@Input("PhoneInput", "Telephone of an office, never of a person.")
export class PhoneInput {
  @NonNull(() => String, "Telephone number as dialled, for example 02 88462876.")
  number!: string;

  @Default(() => LocalizedTextInput, null, "Note.")
  note!: LocalizedTextInput | null;
}

@Input("ContactInput", "Contact of an office or a function, never of a named person.")
export class ContactInput {
  @NonNull(() => LocalizedTextInput, "Office or function.")
  office!: LocalizedTextInput;

  @Default(() => String, null, "E-mail address.")
  email!: string | null;

  @Default(() => PhoneInput, null, "Telephone number.")
  phone!: PhoneInput | null;
}

@Input("ExternalIdentifierInput", "Identifier assigned by another register.")
export class ExternalIdentifierInput {
  @NonNull(() => String, "Register, for example IPA.")
  scheme!: string;

  @NonNull(() => String, "Identifier in the register.")
  value!: string;
}

@Input("CapacityInput", "Capacity: number of places or other units, and how many are free.")
export class CapacityInput {
  @NonNull(() => LocalizedTextInput, "Unit counted, for example places or tables.")
  unit!: LocalizedTextInput;

  @Default(() => Int, null, "Number of free units.")
  available!: number | null;

  @Default(() => Int, null, "Total number of units.")
  maximum!: number | null;

  @Default(() => PartialDateScalar, null, "Time of counting.")
  updatedAt!: string | null;
}
