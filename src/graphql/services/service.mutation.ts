import { statedStatus } from "../../domain/kit/status";
import { serviceRecord } from "../../domain/services/service";
import { editMutations } from "../kit/edit-mutations";
import { toService } from "./service.type";
import { serviceFields } from "./service-edit.input";

editMutations({
  type: "service",
  definition: serviceRecord,
  noun: "a service",
  to: toService,
  fields: serviceFields,
  adjusted: ({ patch, given: { status } }) => ({ ...patch, ...(status && { status: statedStatus(status) }) }),
  mergeable: true,
});
