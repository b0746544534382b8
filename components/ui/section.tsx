import type { ReactNode } from "react";

export interface SectionProps {
  title: string;
  id?: string;
  /** Stands at the end of the heading's line: a count, a link, a badge. */
  aside?: ReactNode;
  children: ReactNode;
}

export function Section({ title, id, aside, children }: SectionProps) {
  return (
    <section className="sec" id={id}>
      <div className="sec-head">
        <h2>{title}</h2>
        {aside && <div className="sec-aside">{aside}</div>}
      </div>
      {children}
    </section>
  );
}
