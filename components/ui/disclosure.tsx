import type { ReactNode } from "react";

export interface DisclosureProps {
  summary: ReactNode;
  open?: boolean;
  /** The key that unfolds it (components/layout/keyboard.tsx). */
  shortcut?: string;
  children: ReactNode;
}

export function Disclosure({ summary, open, shortcut, children }: DisclosureProps) {
  return (
    <details className="more" open={open}>
      <summary data-key={shortcut}>{summary}</summary>
      <div className="more-body">{children}</div>
    </details>
  );
}
