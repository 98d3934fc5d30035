import * as z from "zod";
import { checks } from "../kit/messages/en/checks";

/** Codice Unico di Progetto, the key of a public investment project in Italy (law 3/2003, art. 11): 15 letters and digits. */
export const cup = () => z.string().regex(/^[A-Z][0-9A-Z]{14}$/, checks.cup);
