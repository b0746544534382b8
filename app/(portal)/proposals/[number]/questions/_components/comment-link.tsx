import type { ReactNode } from "react";

interface Props {
  proposal: number;
  id: number | null;
  children: ReactNode;
}

/** Leads to a comment where there is one. */
export function CommentLink({ proposal, id, children }: Props) {
  if (id === null) return <>{children}</>;
  return <a href={`/proposals/${proposal}?comment=${id}#comment-${id}`}>{children}</a>;
}
