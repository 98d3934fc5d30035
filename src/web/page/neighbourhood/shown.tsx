/** @jsxImportSource preact */
import { useTexts } from "../address/location";
import { neighbourhoodTexts } from "./texts";

interface ShownProps {
  readonly of: { readonly totalCount: number; readonly nodes: readonly unknown[] } | null;
}

/** Says how many of a list are shown, if not all of them. */
export function Shown({ of }: ShownProps) {
  const texts = useTexts(neighbourhoodTexts);
  if (of === null || of.totalCount <= of.nodes.length) return null;
  return <p>{texts.shown(of.nodes.length, of.totalCount)}</p>;
}
