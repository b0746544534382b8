import type { ReactNode } from "react";

export interface DisclosureProps {
  summary: ReactNode;
  open?: boolean;
  children: ReactNode;
}

export function Disclosure({ summary, open, children }: DisclosureProps) {
  return (
    <details className="more" open={open}>
      <summary>{summary}</summary>
      <div className="more-body">{children}</div>
    </details>
  );
}
