/** A short name for each value of each enum of the API, for lists and buttons. */
export const labels = {
  CareDomain: {
    CIVIC: "Civic engagement and rights",
    DIGITAL: "Digital help",
    EMPLOYMENT: "Work and training",
    HEALTH: "Health",
    HOUSING: "Housing",
    RECREATION: "Leisure, culture and sport",
    SOCIAL_CARE: "Social care",
    SOCIAL_HEALTH: "Social and health care",
    SOCIO_EDUCATIONAL: "Education and childhood",
  },
  ExpenditureKind: {
    CERTIFIED: "Certified",
    COMMITTED: "Committed",
    CONTRACTED: "Contracted",
    PAID: "Paid",
  },
  Fund: {
    FESR: "ERDF",
    FSC: "FSC (development and cohesion)",
    FSE_PLUS: "ESF+",
    MUNICIPAL: "City's own funds",
    OTHER: "Other fund",
  },
};
