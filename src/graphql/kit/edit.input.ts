import { Int } from "type-graphql";
import { Default, Input, NonNull, Nullable } from "./decorators";
import { PartialDateScalar } from "./scalars";

@Input("EditInput", "What goes with a change.")
export class EditInput {
  @Nullable(() => String, "Why, for the history of the record; at most 500 characters.")
  reason!: string | null | undefined;

  @Nullable(
    () => String,
    "A key of your own, 8 to 100 characters, new for each change, for example a UUID. The same change sent again under the same key is done only once, so a request whose answer was lost can be repeated.",
  )
  requestKey!: string | null | undefined;
}

@Input("LocalizedTextInput", "Text that people read, in Italian and English.")
export class LocalizedTextInput {
  @NonNull(() => String, "The Italian text.")
  it!: string;

  @Default(() => String, null, "The English text, where there is one.")
  en!: string | null;
}

@Input("PhoneInput", "A telephone of an office, never of a person.")
export class PhoneInput {
  @NonNull(() => String, "The number as it is dialled, for example 02 88462876.")
  number!: string;

  @Default(() => LocalizedTextInput, null, "What to know about it.")
  note!: LocalizedTextInput | null;
}

@Input("ContactInput", "Whom to turn to: an office or a function, never a person by name.")
export class ContactInput {
  @NonNull(() => LocalizedTextInput, "The office or function.")
  office!: LocalizedTextInput;

  @Default(() => String, null, "Its e-mail address.")
  email!: string | null;

  @Default(() => PhoneInput, null, "Its telephone.")
  phone!: PhoneInput | null;
}

@Input("ExternalIdentifierInput", "A key that another register gives.")
export class ExternalIdentifierInput {
  @NonNull(() => String, "The register, for example IPA.")
  scheme!: string;

  @NonNull(() => String, "The key in that register.")
  value!: string;
}

@Input("CapacityInput", "How many of something there are, and how many are free.")
export class CapacityInput {
  @NonNull(() => LocalizedTextInput, "What is counted, for example places or tables.")
  unit!: LocalizedTextInput;

  @Default(() => Int, null, "How many are free.")
  available!: number | null;

  @Default(() => Int, null, "How many there are.")
  maximum!: number | null;

  @Default(() => PartialDateScalar, null, "When they were counted.")
  updatedAt!: string | null;
}
