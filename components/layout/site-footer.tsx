import type { ReactNode } from "react";
import about from "@/package.json";
import { type Theme, themes } from "./theme";

export interface FooterLink {
  href: string;
  label: string;
}

export interface SiteFooterProps {
  theme: Theme;
  /** Ways out: API, export, feeds, source. */
  links?: readonly FooterLink[];
  children?: ReactNode;
}

/** Ways out of the portal, what it is made of, and its colours. */
export function SiteFooter({ theme, links = [], children }: SiteFooterProps) {
  return (
    <footer className="foot">
      <p>Streamboard {about.version}. What was asked, decided and promised, in the open.</p>
      {links.length > 0 && (
        <nav aria-label="About this site">
          {links.map(({ href, label }) => (
            <a key={href} href={href}>
              {label}
            </a>
          ))}
        </nav>
      )}
      <div className="foot-tools">
        {children}
        <ThemeSwitch theme={theme} />
      </div>
    </footer>
  );
}

function ThemeSwitch({ theme }: { theme: Theme }) {
  return (
    <form action="/theme" method="post">
      <fieldset className="theme">
        <legend>Colours</legend>
        {Object.entries(themes).map(([value, label]) => (
          <button key={value} type="submit" name="theme" value={value} aria-pressed={value === theme}>
            {label}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
