/** @jsxImportSource preact */
import { useState } from "preact/hooks";
import { useLocation, useTexts } from "../address/location";
import { ask, NoAnswer } from "../api/ask";
import { AreaAt } from "../api/operations/area-at";
import { finestLevel } from "./map-levels";
import { kitTexts } from "./texts";
import { textLanguage } from "./words";

/** Where somebody is. */
interface FoundPosition {
  readonly latitude: number;
  readonly longitude: number;
  /** Code of the area around it. */
  readonly area: string;
}

interface MyPositionProps {
  /** What happens with the position, beyond the question for its area. */
  readonly hint: string;
  readonly onFound: (found: FoundPosition) => void;
}

/** Asks the browser for the position, only when it is pressed, and the hub for the area around it. */
export function MyPosition({ hint, onFound }: MyPositionProps) {
  const texts = useTexts(kitTexts);
  const { language } = useLocation();
  const [isAsking, setAsking] = useState(false);
  const [message, setMessage] = useState("");
  const find = async () => {
    setAsking(true);
    setMessage(texts.positionAsked);
    try {
      const point = rounded(await positionOfBrowser());
      const { areaAt } = await ask(AreaAt, { point, language: textLanguage(language) });
      const areas = areaAt?.areas ?? [];
      const area = areas.find(({ level }) => level === finestLevel) ?? areas.at(-1);
      setMessage(area === undefined ? (areaAt?.reason?.text.value ?? texts.unavailable) : "");
      if (area !== undefined) onFound({ ...point, area: area.code });
    } catch (error) {
      if (error instanceof NoAnswer) {
        const { kind, messages } = error.failure;
        setMessage(kind === "rejected" ? messages.map((each) => each[language]).join(" ") : texts[kind]);
      } else if (error instanceof NoPosition) setMessage(texts.noPosition[error.reason]);
      else throw error;
    } finally {
      setAsking(false);
    }
  };
  return (
    <div class="my-position">
      <button
        type="button"
        class="btn btn-outline-primary btn-sm"
        disabled={isAsking}
        onClick={() => void find()}
      >
        {texts.myPosition}
      </button>
      <span class="hint">{hint}</span>
      <p role="status">{message}</p>
    </div>
  );
}

type Reason = "denied" | "unavailable";

class NoPosition extends Error {
  constructor(readonly reason: Reason) {
    super(reason);
  }
}

/** Milliseconds. */
const mostWait = 20_000;
const oldEnough = 60_000;

const positionOfBrowser = (): Promise<GeolocationCoordinates> =>
  new Promise((resolve, reject) => {
    // Browsers have it only for pages over HTTPS.
    if (!("geolocation" in navigator)) reject(new NoPosition("unavailable"));
    else
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => resolve(coords),
        ({ code }) => reject(new NoPosition(code === 1 ? "denied" : "unavailable")),
        { timeout: mostWait, maximumAge: oldEnough },
      );
  });

/** To about ten metres: the way to a service needs no more, and the hub learns no more. */
const rounded = ({ latitude, longitude }: GeolocationCoordinates) => ({
  latitude: Number(latitude.toFixed(4)),
  longitude: Number(longitude.toFixed(4)),
});
