"use server";
import type { FormState } from "@/components/forms/form-state";
import { runForm } from "@/lib/form-action";
import { addCoAuthor } from "@/lib/proposals/commands/add-co-author";
import { removeCoAuthor } from "@/lib/proposals/commands/remove-co-author";
import { addCoAuthorInput, removeCoAuthorInput } from "@/lib/proposals/schema";

const page = ({ number }: { number: number }) => `/proposals/${number}/authors`;
const here = (data: FormData) => page({ number: Number(data.get("number")) });

export async function addCoAuthorAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "add-co-author",
    data,
    schema: addCoAuthorInput,
    command: addCoAuthor,
    next: page,
    path: here(data),
  });
}

export async function removeCoAuthorAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "remove-co-author",
    data,
    schema: removeCoAuthorInput,
    command: removeCoAuthor,
    // Who has left a draft does not see it any more.
    next: ({ number, left }) => (left ? "/proposals" : page({ number })),
    path: here(data),
  });
}
