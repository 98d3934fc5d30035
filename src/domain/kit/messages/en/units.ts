/** Units of counts and amounts, by code. */
export const units: Readonly<Record<string, string>> = {
  cents: "cents",
  "cents EUR": "euro cents",
  centres: "centres",
  participations: "participations",
  services: "services",
};
