import type { ReactNode } from "react";

export interface PageHeadProps {
  title: string;
  /** As it is quoted: "#63", "T-12". */
  number?: string | number;
  badge?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
}

export function PageHead({ title, number, badge, lead, actions }: PageHeadProps) {
  return (
    <header className="head">
      {(number !== undefined || badge) && (
        <p className="head-kicker">
          {number !== undefined && (
            <span className="no">{typeof number === "number" ? `#${number}` : number}</span>
          )}
          {badge}
        </p>
      )}
      <h1 dir="auto">{title}</h1>
      {lead && (
        <div className="lead" dir="auto">
          {lead}
        </div>
      )}
      {actions && <div className="actions">{actions}</div>}
    </header>
  );
}
