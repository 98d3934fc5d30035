import type { labels as en } from "../en/labels";
import type { Translated } from "../translated";

export const labels: Translated<typeof en> = {
  CareDomain: {
    CIVIC: "Partecipazione e diritti",
    DIGITAL: "Servizi digitali",
    EMPLOYMENT: "Lavoro e formazione",
    HEALTH: "Salute",
    HOUSING: "Casa",
    RECREATION: "Cultura, sport e tempo libero",
    SOCIAL_CARE: "Area socio-assistenziale",
    SOCIAL_HEALTH: "Area socio-sanitaria",
    SOCIO_EDUCATIONAL: "Area socio-educativa",
  },
  ExpenditureKind: {
    CERTIFIED: "Certificato",
    COMMITTED: "Impegnato",
    CONTRACTED: "Contrattualizzato",
    PAID: "Pagato",
  },
  Fund: {
    FESR: "FESR",
    FSC: "FSC (sviluppo e coesione)",
    FSE_PLUS: "FSE+",
    MUNICIPAL: "Fondi comunali",
    OTHER: "Altro fondo",
  },
};
