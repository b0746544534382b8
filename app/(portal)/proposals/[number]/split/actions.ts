"use server";
import type { FormState } from "@/components/forms/form-state";
import { runForm } from "@/lib/form-action";
import { confirmSplit } from "@/lib/tickets/commands/confirm-split";
import { placeSource } from "@/lib/tickets/commands/place-source";
import { unplaceSource } from "@/lib/tickets/commands/unplace-source";
import {
  confirmSplitInput,
  placeSourceInput,
  readTicketForm,
  unplaceSourceInput,
} from "@/lib/tickets/schema";
import { sourceKeyPattern } from "@/lib/tickets/source-key";

const split = ({ number }: { number: number }) => `/proposals/${number}/split`;

/** The page goes on with what follows the thing that was placed. */
function afterPlacing(data: FormData): (placed: { number: number }) => string {
  const key = data.get("place");
  const placed = typeof key === "string" && sourceKeyPattern.test(key) ? `?placed=${key}#${key}` : "";
  return (outcome) => `${split(outcome)}${placed}`;
}

const splitOf = (data: FormData) => split({ number: Number(data.get("number")) });

export async function placeSourceAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "place-source",
    data,
    schema: placeSourceInput,
    read: readTicketForm,
    command: placeSource,
    next: afterPlacing(data),
    path: `${splitOf(data)}?${placeOf(data)}`,
  });
}

/** The open form, so that somebody who has to sign in again comes back to it. */
function placeOf(data: FormData): URLSearchParams {
  const query = new URLSearchParams();
  for (const [from, to] of [
    ["place", "place"],
    ["disposition", "as"],
    ["destination", "to"],
    ["requestType", "type"],
  ] as const) {
    const value = data.get(from);
    if (typeof value === "string" && value) query.set(to, value);
  }
  return query;
}

export async function unplaceSourceAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "unplace-source",
    data,
    schema: unplaceSourceInput,
    command: unplaceSource,
    next: split,
    path: splitOf(data),
  });
}

export async function confirmSplitAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "confirm-split",
    data,
    schema: confirmSplitInput,
    command: confirmSplit,
    next: ({ number }) => `/proposals/${number}/split/receipt`,
    path: splitOf(data),
  });
}
