import type { ApiKey } from "../../domain/identity/api-key";
import { connectionType } from "../kit/connection.type";
import { nonNull, nullable, output } from "../kit/output";
import { DateTimeScalar, PartialDateScalar } from "../kit/scalars";
import { ScopeEnum } from "./api-key.enum";

export const ApiKeyType = output<ApiKey, "createdBy">(
  "ApiKey",
  "Key of an organisation for requests. The secret part is shown once, when the key is created.",
  {
    id: nonNull(() => String, "Public name of the key: the 10 characters after vic_live_."),
    organizationCode: nonNull(() => String, "Code of the organisation in whose name the key acts."),
    scopes: nonNull(() => [ScopeEnum], "What the key permits."),
    label: nonNull(() => String, "Purpose of the key, in the words of its organisation."),
    createdAt: nonNull(() => DateTimeScalar, "Moment of its creation."),
    expiresAt: nonNull(() => DateTimeScalar, "Moment from which it no longer works."),
    revokedAt: nullable(() => DateTimeScalar, "Moment of its revocation; null if it was not revoked."),
    lastUsedOn: nullable(
      () => PartialDateScalar,
      "Day of the last request with it, in UTC; null if there was none.",
    ),
  },
);

export const ApiKeyConnectionType = connectionType("ApiKey", () => ApiKeyType, "keys");
