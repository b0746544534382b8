"use client";
import { usePathname } from "next/navigation";

const places = [
  { href: "/proposals", label: "Proposals", icon: "file-text" },
  { href: "/meetings", label: "Meetings", icon: "calendar" },
  { href: "/tickets", label: "Tickets", icon: "ticket" },
  { href: "/region", label: "Region", icon: "server" },
] as const;

/** The main ways in. Client only because a layout is not told which page it frames. */
export function NavLinks({ path }: { path?: string }) {
  const browsers = usePathname();
  const here = path ?? browsers ?? "";
  return (
    <nav className="nav" aria-label="Main">
      {places.map(({ href, label, icon }) => (
        <a key={href} href={href} aria-current={currentOf(here, href)}>
          <svg className="i" aria-hidden="true">
            <use href={`/icons.svg#${icon}`} />
          </svg>
          {label}
        </a>
      ))}
    </nav>
  );
}

function currentOf(here: string, href: string): "page" | "true" | undefined {
  if (here === href) return "page";
  return here.startsWith(`${href}/`) ? "true" : undefined;
}
