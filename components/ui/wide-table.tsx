import type { ReactNode } from "react";

/** Lets a table that is wider than the phone scroll by itself, also by keyboard. */
export function WideTable({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="scroll-x" aria-label={label} tabIndex={0}>
      <table className="tbl">{children}</table>
    </section>
  );
}
