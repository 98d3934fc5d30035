import type { units as en } from "../en/units";
import type { Translated } from "../translated";

export const units: Translated<typeof en> = {
  cents: "centesimi",
  "cents EUR": "centesimi di euro",
  centres: "centri",
  participations: "partecipazioni",
  services: "servizi",
};
