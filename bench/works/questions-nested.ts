import type { Question } from "./questions";

interface Named {
  readonly code: string;
  readonly name: string;
}

interface HubAreas {
  readonly areas: {
    readonly nodes: readonly (Named & {
      readonly centres: {
        readonly nodes: readonly (Named & {
          readonly services: readonly {
            readonly service: {
              readonly code: string;
              readonly name: { readonly it: string };
              readonly organization: Named;
            };
          }[];
        })[];
      };
    })[];
  };
}

const serviceFields = "services { service { code name { it } organization { code name } } }";

const areasOfHub = (name: string, areas: number, centreFields: string): Question => ({
  query: `query ${name}($areas: Int!) {
    areas(filter: { level: NEIGHBOURHOOD }, first: $areas) {
      nodes { code name centres(first: 5) { nodes { code name ${centreFields} ${serviceFields} } } }
    }
  }`,
  variables: { areas },
  facts: ({ areas: { nodes } }: HubAreas) =>
    rows(
      nodes.flatMap((area) =>
        area.centres.nodes.flatMap((centre) =>
          centre.services.map(({ service: { code, name, organization } }) => [
            ...[area.code, area.name, centre.code, centre.name],
            ...[code, name.it, organization.code, organization.name],
          ]),
        ),
      ),
    ),
});

const rows = (all: readonly (readonly string[])[]): string[] => all.map((row) => row.join(" ")).sort();

/** 3 areas, their 15 centres, the 150 services there and their 45 organisations: 213 records. */
export const nestedOfHub = areasOfHub("nested", 3, "");

/** 10 areas with all that belongs to them: 2,121 objects in the answer. */
export const manyOfHub = areasOfHub("many", 10, "manager { code name }");

interface DatabaseAreas {
  readonly allAreas: {
    readonly nodes: readonly (Named & {
      readonly centresByAreaCode: {
        readonly nodes: readonly (Named & {
          readonly servicesByCentreCode: {
            readonly nodes: readonly (Named & { readonly organizationByOrganizationCode: Named })[];
          };
        })[];
      };
    })[];
  };
}

export const nestedOfDatabase: Question = {
  query: `query nested($areas: Int!) {
    allAreas(first: $areas, orderBy: CODE_ASC) { nodes { code name
      centresByAreaCode(first: 5, orderBy: CODE_ASC) { nodes { code name
        servicesByCentreCode(orderBy: CODE_ASC) { nodes { code name organizationByOrganizationCode { code name } } }
      } }
    } }
  }`,
  variables: { areas: 3 },
  facts: ({ allAreas: { nodes } }: DatabaseAreas) =>
    rows(
      nodes.flatMap((area) =>
        area.centresByAreaCode.nodes.flatMap((centre) =>
          centre.servicesByCentreCode.nodes.map(
            ({ code, name, organizationByOrganizationCode: organization }) => [
              ...[area.code, area.name, centre.code, centre.name],
              ...[code, name, organization.code, organization.name],
            ],
          ),
        ),
      ),
    ),
};
