import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { backPath } from "@/lib/auth/back-path";
import { signIn } from "@/lib/auth/next-auth";
import { findSignInLink } from "@/lib/auth/sign-in-links";

export const metadata: Metadata = { title: "Sign in by link", referrer: "no-referrer" };

interface Props {
  searchParams: Promise<{ token?: string | string[] }>;
}

/** Where the link of a mail leads. Looking does not use it up: mail programs look before people do. */
export default async function SignInLinkPage({ searchParams }: Props) {
  const { token } = await searchParams;
  const link = typeof token === "string" ? await findSignInLink(token) : null;
  return (
    <article className="page narrow">
      <PageHead title="Sign in" />
      {link ? (
        <form
          action={async () => {
            "use server";
            await comeIn(String(token), link.back);
          }}
        >
          <p>This link is for {link.name}, and works once.</p>
          <div className="actions">
            <Button type="submit">Sign in as {link.name}</Button>
          </div>
        </form>
      ) : (
        <EmptyState title="This link does not work any more.">
          It was used, or its time is over. <a href="/sign-in">Ask for another one</a>.
        </EmptyState>
      )}
    </article>
  );
}

async function comeIn(token: string, back: string): Promise<void> {
  try {
    await signIn("mail", { token, redirectTo: backPath(back) });
  } catch (failure) {
    // A redirect is thrown as well: it goes on. What next-auth refuses has a type of its own.
    if (failure instanceof Error && "type" in failure && failure.type === "CredentialsSignin") {
      redirect("/sign-in?error=link");
    }
    throw failure;
  }
}
