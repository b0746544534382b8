import type { ReactNode } from "react";
import { Icon } from "../ui/icon";
import { KeyboardShortcuts } from "./keyboard";
import { NavLinks } from "./nav-links";
import { type FooterLink, SiteFooter } from "./site-footer";
import type { Theme } from "./theme";

export interface ShellProps {
  person: { name: string; handle: string } | null;
  /** Notices not read yet. */
  inboxCount: number;
  theme: Theme;
  /** The page's path where it is known; else the browser's is taken. */
  path?: string;
  /** The sign-out form: whoever knows about sessions makes it. */
  signOut?: ReactNode;
  /** The footer's ways out: API, export, feeds, source. */
  links?: readonly FooterLink[];
  children: ReactNode;
}

/** The frame around every page. */
export function Shell({ person, inboxCount, theme, path, signOut, links, children }: ShellProps) {
  return (
    <>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <header className="top">
        <a className="mark" href="/">
          <svg className="mark-i" aria-hidden="true">
            <use href="/icons.svg#streamboard" />
          </svg>
          Streamboard
        </a>
        <NavLinks path={path} />
        <search className="find">
          <form action="/search" method="get">
            <input
              className="input"
              type="search"
              name="q"
              placeholder="Search"
              aria-label="Search"
              aria-keyshortcuts="/ Control+K"
              data-search
            />
          </form>
        </search>
        <div className="me">
          <a className="find-link" href="/search">
            <Icon name="search" label="Search" />
          </a>
          {person ? <Person person={person} inboxCount={inboxCount} signOut={signOut} /> : <SignIn />}
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <SiteFooter theme={theme} links={links}>
        <KeyboardShortcuts />
      </SiteFooter>
    </>
  );
}

function SignIn() {
  return (
    <a className="btn" href="/sign-in">
      Sign in
    </a>
  );
}

interface PersonProps {
  person: { name: string; handle: string };
  inboxCount: number;
  signOut?: ReactNode;
}

function Person({ person, inboxCount, signOut }: PersonProps) {
  return (
    <>
      <a className="inbox" href="/inbox">
        <Icon name="inbox" />
        <span className="me-word">Inbox</span>
        {inboxCount > 0 && (
          <span className="pill">
            {inboxCount > 99 ? "99+" : inboxCount}
            <span className="sr-only"> unread</span>
          </span>
        )}
      </a>
      <details className="menu">
        <summary>
          <Icon name="user" />
          <span className="me-word">{person.name}</span>
        </summary>
        <div className="menu-body">
          <a href={`/people/${person.handle}`}>{person.name}</a>
          <a href="/account">Your account</a>
          {signOut}
        </div>
      </details>
    </>
  );
}
