import { Field, ObjectType } from "type-graphql";
import type { Contact, Phone } from "../../domain/kit/contact";
import { LocalizedTextType } from "./localized-text.type";

@ObjectType("Phone", { description: "A telephone of an office (HSDS phone).", simpleResolvers: true })
export class PhoneType implements Phone {
  @Field(() => String, { description: "The number as it is dialled." })
  number!: string;

  @Field(() => LocalizedTextType, {
    nullable: true,
    description: "What to know about it, for example which keys to press.",
  })
  note!: LocalizedTextType | null;
}

@ObjectType("Contact", {
  description: "Whom to turn to: an office or a function, never a person by name (HSDS contact).",
  simpleResolvers: true,
})
export class ContactType implements Contact {
  @Field(() => LocalizedTextType, { description: "The office or function." })
  office!: LocalizedTextType;

  @Field(() => String, { nullable: true, description: "Its e-mail address." })
  email!: string | null;

  @Field(() => PhoneType, { nullable: true, description: "Its telephone." })
  phone!: PhoneType | null;
}
