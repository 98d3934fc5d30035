import { type BrakeEvent, type BrakeSettings, firewallClient, setBrake, wantedBy } from "../app/brake/brake";
import { jsonLog } from "../app/log";

const log = jsonLog(console.log, () => new Date());
const client = firewallClient();

/** What the budget and the flood alarm call by their topic, and operators by hand. It fails, and is called again, where the limits stay. */
export async function handler(event: BrakeEvent): Promise<{ readonly brake: string }> {
  const settings = JSON.parse(process.env.VICINATO_BRAKE ?? "{}") as BrakeSettings;
  const wanted = wantedBy(event);
  if (wanted !== null) await setBrake(wanted, settings, client);
  const brake = wanted ?? "as it was";
  log({ level: "info", message: "The brake was called.", brake });
  return { brake };
}
