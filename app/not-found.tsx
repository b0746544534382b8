import type { Metadata } from "next";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <article className="page narrow">
      <h1>There is nothing here</h1>
      <EmptyState
        title="The address is wrong, or what stands there is not public."
        action={
          <>
            <LinkButton variant="primary" href="/proposals">
              All proposals
            </LinkButton>
            <LinkButton href="/meetings">All meetings</LinkButton>
          </>
        }
      >
        Numbers never change: a proposal keeps its number for good. If somebody gave you this link, you may
        have to sign in first.
      </EmptyState>
    </article>
  );
}
