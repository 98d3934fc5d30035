import { findAuditTrail } from "../../queries/identity/find-audit-trail";
import { codeOf, optional } from "../kit/argument";
import { operation, queries } from "../kit/declare";
import { pageArguments } from "../kit/page.input";
import { checkKnown } from "../kit/run-edit";
import { DateTimeScalar } from "../kit/scalars";
import { AuditEntryConnectionType } from "./audit-entry.type";

queries({
  auditTrail: operation(
    () => AuditEntryConnectionType,
    "What an organisation changed, proposed and decided, and what others did to its records, keys and webhooks, newest first. An organisation sees its own trail, the city every one.",
    {
      organization: optional(
        codeOf("organization"),
        "Code of the organisation; that of the caller if absent.",
      ),
      since: optional(() => DateTimeScalar, "Time of the oldest entry."),
      ...pageArguments,
    },
    ({ organization, since, ...page }, context) => {
      checkKnown(context.caller);
      return findAuditTrail({ organization, since: since?.toISOString() }, page, context.caller, context);
    },
  ),
});
