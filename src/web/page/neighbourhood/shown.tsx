/** @jsxImportSource preact */
import { useLocation, useTexts } from "../address/location";
import { neighbourhoodTexts } from "./texts";

interface ShownProps {
  readonly of: { readonly totalCount: number; readonly nodes: readonly unknown[] } | null;
  /** The area whose whole list the search shows; absent where it shows none. */
  readonly area?: string;
}

/** Says how many of a list are shown, if not all of them, and leads to the others. */
export function Shown({ of, area }: ShownProps) {
  const texts = useTexts(neighbourhoodTexts);
  const { link } = useLocation();
  if (of === null || of.totalCount <= of.nodes.length) return null;
  return (
    <p>
      {texts.shown(of.nodes.length, of.totalCount)}
      {area !== undefined && (
        <>
          {" · "}
          <a href={link("find", { area })}>{texts.showAll}</a>
        </>
      )}
    </p>
  );
}
