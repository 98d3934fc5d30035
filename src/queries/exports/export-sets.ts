import type { AnySet } from "./export-set";
import { areas } from "./sets/areas";
import { budgets } from "./sets/budgets";
import { centres } from "./sets/centres";
import { dataQualityIssues } from "./sets/data-quality-issues";
import { indicators } from "./sets/indicators";
import { locations } from "./sets/locations";
import { observations } from "./sets/observations";
import { organizations } from "./sets/organizations";
import { partnershipMembers, partnerships } from "./sets/partnerships";
import { services } from "./sets/services";
import { servicesAtLocation } from "./sets/services-at-location";
import { sourceRefs } from "./sets/sources";
import { actions, expenditures, milestones, strategies } from "./sets/strategy";

/** Everything that is given as files, in the order in which people read about it. */
export const exportSets: readonly AnySet[] = [
  centres,
  services,
  servicesAtLocation,
  locations,
  organizations,
  areas,
  indicators,
  observations,
  partnerships,
  partnershipMembers,
  strategies,
  budgets,
  actions,
  milestones,
  expenditures,
  dataQualityIssues,
  sourceRefs,
];
