import { Field, InputType } from "type-graphql";
import { CapacityInput, LocalizedTextInput, PhoneInput } from "../kit/edit.input";
import { editMutations } from "../kit/edit-mutations";
import { countedByEditors } from "../kit/patch";
import { ServiceAtLocationType } from "./service-at-location.type";

@InputType("ServiceAtLocationFields", {
  description:
    "What is known of a service at one centre. What is left out stays as it is; null says that it is not known.",
})
class ServiceAtLocationFieldsInput {
  @Field(() => String, { nullable: true, description: "Code of the service; a new location needs one." })
  service!: string | null | undefined;

  @Field(() => String, {
    nullable: true,
    description: "Code of the centre that gives it; a new location needs one.",
  })
  centre!: string | null | undefined;

  @Field(() => LocalizedTextInput, { nullable: true, description: "What holds for this place only." })
  description!: LocalizedTextInput | null | undefined;

  @Field(() => [CapacityInput], { nullable: true, description: "All counts of its places and the like." })
  capacity!: CapacityInput[] | null | undefined;

  @Field(() => [PhoneInput], { nullable: true, description: "All telephones of this place." })
  phones!: PhoneInput[] | null | undefined;

  @Field(() => String, {
    nullable: true,
    description: "Hours of the service at this place, in Italian words.",
  })
  openingHoursText!: string | null | undefined;

  @Field(() => LocalizedTextInput, { nullable: true, description: "What to know before trusting the hours." })
  openingHoursNote!: LocalizedTextInput | null | undefined;
}

const { resolver } = editMutations<"serviceAtLocation", ServiceAtLocationFieldsInput>({
  type: "serviceAtLocation",
  name: "ServiceAtLocation",
  field: "serviceAtLocation",
  noun: "service at a centre",
  node: () => ServiceAtLocationType,
  input: ServiceAtLocationFieldsInput,
  fields: {
    service: ["serviceCode", "REFUSED"],
    centre: ["centreCode", "REFUSED"],
    description: ["description", "UNKNOWN"],
    phones: ["phones", "EMPTY"],
    capacity: ["capacity", "EMPTY"],
    openingHoursText: ["openingHoursText", "UNKNOWN"],
    openingHoursNote: ["openingHoursNote", "UNKNOWN"],
  },
  adjusted: ({ patch }) => ({
    ...patch,
    ...(patch.capacity && { capacity: countedByEditors(patch.capacity) }),
  }),
  before: (code, { loaders }) => loaders.serviceAtLocation.load(code),
});

export const ServiceAtLocationMutationResolver = resolver;
