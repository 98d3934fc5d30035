import { json } from "../formats/json";
import { hsdsSource } from "../hsds/hsds-source";

/**
 * The sample of the Human Services Data Specification 3.0: one invented organisation with every optional field filled.
 * It shows what the hub reads of HSDS; it is marked synthetic, and is imported only when it is asked for.
 */
export const hsdsSamples = hsdsSource(
  {
    ref: {
      code: "hsds-samples",
      title: "HSDS 3.0: sample data of the specification",
      publisher: "Open Referral",
      licence: "CC BY-SA 4.0",
      rights: "Open Referral, Human Services Data Specification 3.0, examples, CC BY-SA 4.0",
      landingPage: "https://github.com/openreferral/specification",
      downloadUrl: null,
      modified: null,
      synthetic: true,
    },
    files: ["hsds/3.0/examples/organization_full.json", "organization_full.json"],
    format: json({ fields: ["id"] }),
    mode: "PARTIAL",
    // It is made up: nobody needs the newest.
    origin: null,
    organizationCode: null,
  },
  { organizationKind: "THIRD_SECTOR", timezone: "UTC", language: "en" },
);
