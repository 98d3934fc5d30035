import { Field, InputType, Int } from "type-graphql";
import { PartialDateScalar } from "./scalars";

@InputType("EditInput", { description: "What goes with a change." })
export class EditInput {
  @Field(() => String, {
    nullable: true,
    description: "Why, for the history of the record; at most 500 characters.",
  })
  reason!: string | null | undefined;

  @Field(() => String, {
    nullable: true,
    description:
      "A key of your own, 8 to 100 characters, new for each change, for example a UUID. The same change sent again under the same key is done only once, so a request whose answer was lost can be repeated.",
  })
  requestKey!: string | null | undefined;
}

@InputType("LocalizedTextInput", { description: "Text that people read, in Italian and English." })
export class LocalizedTextInput {
  @Field(() => String, { description: "The Italian text." })
  it!: string;

  @Field(() => String, {
    nullable: true,
    defaultValue: null,
    description: "The English text, where there is one.",
  })
  en!: string | null;
}

@InputType("PhoneInput", { description: "A telephone of an office, never of a person." })
export class PhoneInput {
  @Field(() => String, { description: "The number as it is dialled, for example 02 88462876." })
  number!: string;

  @Field(() => LocalizedTextInput, {
    nullable: true,
    defaultValue: null,
    description: "What to know about it.",
  })
  note!: LocalizedTextInput | null;
}

@InputType("ContactInput", {
  description: "Whom to turn to: an office or a function, never a person by name.",
})
export class ContactInput {
  @Field(() => LocalizedTextInput, { description: "The office or function." })
  office!: LocalizedTextInput;

  @Field(() => String, { nullable: true, defaultValue: null, description: "Its e-mail address." })
  email!: string | null;

  @Field(() => PhoneInput, { nullable: true, defaultValue: null, description: "Its telephone." })
  phone!: PhoneInput | null;
}

@InputType("ExternalIdentifierInput", { description: "A key that another register gives." })
export class ExternalIdentifierInput {
  @Field(() => String, { description: "The register, for example IPA." })
  scheme!: string;

  @Field(() => String, { description: "The key in that register." })
  value!: string;
}

@InputType("CapacityInput", { description: "How many of something there are, and how many are free." })
export class CapacityInput {
  @Field(() => LocalizedTextInput, { description: "What is counted, for example places or tables." })
  unit!: LocalizedTextInput;

  @Field(() => Int, { nullable: true, defaultValue: null, description: "How many are free." })
  available!: number | null;

  @Field(() => Int, { nullable: true, defaultValue: null, description: "How many there are." })
  maximum!: number | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    defaultValue: null,
    description: "When they were counted.",
  })
  updatedAt!: string | null;
}
