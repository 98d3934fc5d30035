/** @jsxImportSource preact */
import { useTexts } from "../address/location";
import { cityTexts } from "./texts";

/** Code with which another site shows this map in a frame. */
export function Embed({ title }: { readonly title: string }) {
  const texts = useTexts(cityTexts);
  const address = new URL(`embed${location.search}`, location.href).href;
  const code = `<iframe src="${escaped(address)}" title="${escaped(title)}" width="100%" height="1000" loading="lazy"></iframe>`;
  return (
    <details class="embed">
      <summary>{texts.embed}</summary>
      <label>
        {texts.embedHint}
        <textarea class="form-control" readOnly rows={4} value={code} />
      </label>
    </details>
  );
}

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
