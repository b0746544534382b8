import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { Shell } from "@/components/layout/shell";
import { isTheme } from "@/components/layout/theme";
import { currentReader } from "@/lib/auth/reader";
import { holds } from "@/lib/workflow/actor";
import { fontClasses } from "./fonts";
import "./globals.css";
import { SignOut } from "./sign-out";

export const metadata: Metadata = {
  title: { default: "Streamboard", template: "%s · Streamboard" },
  description: "Where a community proposes, decides and builds a CentOS Stream region.",
};

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

const footerLinks = [
  { href: "/decisions", label: "Decisions" },
  { href: "/board", label: "The board" },
  { href: "/sigs", label: "SIGs" },
  { href: "/people", label: "People" },
  { href: "/request-types", label: "Requests to the infra team" },
  { href: "/api", label: "API" },
];

const adminLinks = [...footerLinks, { href: "/admin", label: "Settings" }];

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [{ actor, inboxCount }, jar] = await Promise.all([currentReader(), cookies()]);
  const chosen = jar.get("theme")?.value;
  const theme = isTheme(chosen) ? chosen : "system";
  return (
    <html lang="en" className={fontClasses} data-theme={theme === "system" ? undefined : theme}>
      <body>
        <Shell
          person={actor.kind === "person" ? actor : null}
          inboxCount={inboxCount}
          theme={theme}
          signOut={<SignOut />}
          links={holds(actor, "admin") ? adminLinks : footerLinks}
        >
          {children}
        </Shell>
      </body>
    </html>
  );
}
