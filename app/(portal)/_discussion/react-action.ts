"use server";
import { redirect } from "next/navigation";
import { react } from "@/lib/discussion/commands/react";
import { discussedHref } from "@/lib/discussion/discussed-href";
import { reactionKinds } from "@/lib/discussion/reactions";
import { reactInput } from "@/lib/discussion/schema";
import { runForm } from "@/lib/form-action";

/** One button of many: its name is the reaction, its value the comment, below zero to take it back. */
export async function reactAction(data: FormData): Promise<void> {
  const kind = reactionKinds.find((each) => data.has(each)) ?? "";
  const value = Number(data.get(kind));
  const comment = Math.abs(value);
  const [proposal, ticket] = [numberIn(data, "proposal"), numberIn(data, "ticket")];
  const page = discussedHref({ proposal, ticket });
  const place =
    data.get("back") === "comment" ? `/comments/${comment}` : `?comment=${comment}#comment-${comment}`;
  await runForm({
    form: "react",
    data,
    schema: reactInput,
    read: () => ({ comment, kind, give: value > 0 }),
    command: react,
    next: () => `${page}${place}`,
    path: page,
  });
  // Refused: the comment is gone, or not for this reader. The page shows what is there.
  redirect(page as "/proposals"); // typed routes know the page, not its number
}

function numberIn(data: FormData, field: string): number | undefined {
  const value = Number(data.get(field) ?? Number.NaN);
  return Number.isSafeInteger(value) ? value : undefined;
}
