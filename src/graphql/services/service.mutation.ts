import { serviceRecord } from "../../domain/services/service";
import { editMutations } from "../kit/edit-mutations";
import { toService } from "./service.type";
import { ServiceFieldsInput } from "./service-edit.input";

editMutations({
  type: "service",
  definition: serviceRecord,
  noun: "a service",
  to: toService,
  input: ServiceFieldsInput,
  mergeable: true,
});
