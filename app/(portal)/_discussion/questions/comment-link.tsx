import type { ReactNode } from "react";
import { discussedHref } from "@/lib/discussion/discussed-href";
import type { DiscussedNumber } from "@/lib/discussion/facts";

interface Props {
  on: DiscussedNumber;
  id: number | null;
  children: ReactNode;
}

/** Leads to a comment where there is one. */
export function CommentLink({ on, id, children }: Props) {
  if (id === null) return <>{children}</>;
  return <a href={`${discussedHref(on)}?comment=${id}#comment-${id}`}>{children}</a>;
}
