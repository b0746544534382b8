import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Button, LinkButton } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { backPathWithKept } from "@/lib/auth/back-path";
import { type DemoPerson, isDemo, listDemoPeople } from "@/lib/auth/demo-people";
import { signIn } from "@/lib/auth/next-auth";
import { providerName } from "@/lib/auth/provider";
import { currentActor } from "@/lib/auth/reader";
import { canSendMail } from "@/lib/auth/sign-in-links";
import { ownEntry } from "@/lib/own-entry";
import { roleInWords } from "@/lib/people/ui-text";
import { MailForm } from "./_components/mail-form";

export const metadata: Metadata = { title: "Sign in" };

type Search = Promise<Partial<Record<"back" | "kept" | "error" | "sent", string | string[]>>>;

/** What went wrong, by the word that stands in the address. */
const errors: Readonly<Record<string, string>> = {
  claims: "The account service did not say who you are. Tell an administrator of the portal.",
  ended: "This account has ended. An administrator can open it again.",
  taken: "Your handle belongs to somebody else here. Ask an administrator.",
  provider: "The account service does not answer. Nothing you typed is lost; try again in a moment.",
  link: "That link was used already, or its time is over. Ask for another one.",
  AccessDenied: "The account service did not let you in.",
};

export default async function SignInPage({ searchParams }: { searchParams: Search }) {
  const { back, kept, error, sent } = await searchParams;
  const goTo = backPathWithKept(back, kept);
  if ((await currentActor()).kind === "person") redirect(goTo as Parameters<typeof redirect>[0]); // a path of this site, checked by backPath
  const people = await listDemoPeople();
  const provider = providerName();
  return (
    <article className="page narrow">
      <PageHead
        title="Sign in"
        lead={isDemo() ? "This is a demo: choose who you want to be. No password." : undefined}
      />
      {kept && (
        <Note tone="info">
          Your session had ended. What you typed is kept, and waits for you behind this page.
        </Note>
      )}
      {error && (
        <Note tone="error">
          {(typeof error === "string" && ownEntry(errors, error)) ||
            "That sign-in did not work. Try again, or another way."}
        </Note>
      )}
      {sent && (
        <Note tone="good">
          If there is an account with this address, a link is on its way to it. It works once, for a short
          time.
        </Note>
      )}
      {provider && (
        <p className="actions">
          <LinkButton variant="primary" href={`/sign-in/oidc?${new URLSearchParams({ back: goTo })}`}>
            Sign in with your {provider}
          </LinkButton>
        </p>
      )}
      {canSendMail() && (
        <Section title={provider ? "Or by a link" : "By a link"}>
          <MailForm back={goTo} />
        </Section>
      )}
      {people.length > 0 && (
        <ul className="people">
          {people.map((person) => (
            <DemoChoice key={person.handle} person={person} goTo={goTo} />
          ))}
        </ul>
      )}
    </article>
  );
}

function DemoChoice({ person, goTo }: { person: DemoPerson; goTo: string }) {
  return (
    <li>
      <form
        action={async () => {
          "use server";
          await signIn("demo", { handle: person.handle, redirectTo: goTo });
        }}
      >
        <Button type="submit">{person.name}</Button>
        <span className="hint">{rolesOf(person)}</span>
      </form>
    </li>
  );
}

function rolesOf(person: DemoPerson): string {
  if (person.roles.length === 0) return "Contributor";
  return person.roles.map(roleInWords).join(" · ");
}
