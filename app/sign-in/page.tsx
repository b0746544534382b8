import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { backPathWithKept } from "@/lib/auth/back-path";
import { type DemoPerson, isDemo, listDemoPeople } from "@/lib/auth/demo-people";
import { signIn } from "@/lib/auth/next-auth";
import { currentActor } from "@/lib/auth/reader";
import { roleLabels } from "@/lib/people/ui-text";

export const metadata: Metadata = { title: "Sign in" };

type Search = Promise<{ back?: string | string[]; kept?: string | string[]; error?: string | string[] }>;

export default async function SignInPage({ searchParams }: { searchParams: Search }) {
  const { back, kept, error } = await searchParams;
  const goTo = backPathWithKept(back, kept);
  if ((await currentActor()).kind === "person") redirect(goTo as Parameters<typeof redirect>[0]); // a path of this site, checked by backPath
  const people = await listDemoPeople();
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
      {error && <Note tone="error">That sign-in did not work. Choose somebody from the list.</Note>}
      <ul className="people">
        {people.map((person) => (
          <DemoChoice key={person.handle} person={person} goTo={goTo} />
        ))}
      </ul>
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
  return person.roles.map(({ role, body }) => `${roleLabels[role] ?? role}, ${body}`).join(" · ");
}
