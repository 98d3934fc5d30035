/** @jsxImportSource preact */
import type { ComponentChildren } from "preact";
import type { GlanceFragment } from "../api/operations/strategy";
import type { LabelOf } from "../kit/labels";

/** What the parts of the view need. */
export interface PartProps {
  readonly strategy: GlanceFragment;
  readonly label: LabelOf;
}

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** A part of the view. Its heading leads readers of the screen to it: the regions are its tables, which scroll. */
export const Section = ({ id, title, children }: SectionProps) => (
  <div class="strategy-part" id={`strategy-${id}`}>
    <h2 class="h4">{title}</h2>
    {children}
  </div>
);
