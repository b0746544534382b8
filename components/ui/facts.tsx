import type { ReactNode } from "react";

/** Terms with their details, one to a line. */
export function Facts({ items }: { items: { term: string; detail: ReactNode }[] }) {
  return (
    <dl className="facts">
      {items.map(({ term, detail }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{detail}</dd>
        </div>
      ))}
    </dl>
  );
}
