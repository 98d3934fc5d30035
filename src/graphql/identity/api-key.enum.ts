import type { ApiKeyState } from "../../domain/identity/api-key";
import type { Scope } from "../../domain/identity/scope";
import { enumType } from "../kit/enum-type";

export const ScopeEnum = enumType<Scope>("Scope", "What a caller may do.", {
  ADMIN: "Everything, also to create and revoke keys.",
  EXPORT: "To take large exports; today nobody needs it.",
  READ_PARTNER: "To read what only partners may see, and to keep webhooks.",
  READ_PUBLIC: "To read what is public, as everybody may without a key.",
  REVIEW: "To change every record, as the editors of the city do.",
  WRITE_OWN: "To change the records of the own organisation.",
});

export const ApiKeyStateEnum = enumType<ApiKeyState>("ApiKeyState", "State of a key.", {
  EXPIRED: "Its time is over.",
  LIVE: "It works.",
  REVOKED: "Somebody revoked it.",
});
