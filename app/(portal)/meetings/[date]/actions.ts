"use server";
import type { FormState } from "@/components/forms/form-state";
import { runForm } from "@/lib/form-action";
import { cancelMeeting } from "@/lib/meetings/commands/cancel-meeting";
import { changeItem } from "@/lib/meetings/commands/change-item";
import { changeMeeting } from "@/lib/meetings/commands/change-meeting";
import { handOverItem } from "@/lib/meetings/commands/hand-over-item";
import { orderItems } from "@/lib/meetings/commands/order-items";
import { placeItem } from "@/lib/meetings/commands/place-item";
import { publishAgenda } from "@/lib/meetings/commands/publish-agenda";
import { pullItem } from "@/lib/meetings/commands/pull-item";
import { reorderItem } from "@/lib/meetings/commands/reorder-item";
import { replyToMeeting } from "@/lib/meetings/commands/reply-to-meeting";
import { updateOutline } from "@/lib/meetings/commands/update-outline";
import { withdrawItem } from "@/lib/meetings/commands/withdraw-item";
import {
  cancelMeetingInput,
  changeItemInput,
  changeMeetingInput,
  handOverItemInput,
  orderItemsInput,
  placeItemInput,
  publishAgendaInput,
  pullItemInput,
  reorderItemInput,
  replyToMeetingInput,
  updateOutlineInput,
  withdrawItemInput,
} from "@/lib/meetings/schema";

const agenda = ({ date }: { date: string }) => `/meetings/${date}`;

/** The page that holds the form; a date that was tampered with leads nowhere else. */
function pathOf(data: FormData, rest = ""): string {
  const date = String(data.get("date"));
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? `/meetings/${date}${rest}` : "/meetings";
}

export async function publishAgendaAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "publish-agenda",
    data,
    schema: publishAgendaInput,
    command: publishAgenda,
    next: agenda,
    path: pathOf(data),
  });
}

export async function replyToMeetingAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "reply-to-meeting",
    data,
    schema: replyToMeetingInput,
    command: replyToMeeting,
    next: agenda,
    path: pathOf(data),
  });
}

export async function handOverItemAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "hand-over-item",
    data,
    schema: handOverItemInput,
    command: handOverItem,
    next: ({ date, itemId }) => `/meetings/${date}/items/${itemId}`,
    path: pathOf(data),
  });
}

export async function changeItemAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "change-item",
    data,
    schema: changeItemInput,
    command: changeItem,
    next: ({ date, itemId }) => `/meetings/${date}/items/${itemId}`,
    path: pathOf(data),
  });
}

export async function changeMeetingAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "change-meeting",
    data,
    schema: changeMeetingInput,
    command: changeMeeting,
    next: agenda,
    path: pathOf(data),
  });
}

export async function cancelMeetingAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "cancel-meeting",
    data,
    schema: cancelMeetingInput,
    command: cancelMeeting,
    next: agenda,
    path: pathOf(data),
  });
}

export async function placeItemAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "place-item",
    data,
    schema: placeItemInput,
    command: placeItem,
    next: ({ date, itemId }) => `/meetings/${date}#item-${itemId}`,
    path: pathOf(data),
  });
}

export async function pullItemAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "pull-item",
    data,
    schema: pullItemInput,
    command: pullItem,
    next: ({ date, itemId }) => `/meetings/${date}#item-${itemId}`,
    path: pathOf(data),
  });
}

export async function orderItemsAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "order-items",
    data,
    schema: orderItemsInput,
    command: orderItems,
    next: ({ date, itemId }) => `/meetings/${date}#item-${itemId}`,
    path: pathOf(data),
  });
}

export async function reorderItemAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "reorder-item",
    data,
    schema: reorderItemInput,
    command: reorderItem,
    next: ({ date }, { itemId }) => `/meetings/${date}#item-${itemId}`,
    path: pathOf(data),
  });
}

export async function updateOutlineAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "update-outline",
    data,
    schema: updateOutlineInput,
    command: updateOutline,
    next: ({ date, itemId }) => `/meetings/${date}#item-${itemId}`,
    path: pathOf(data, `/items/${Number(data.get("itemId"))}`),
  });
}

export async function withdrawItemAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "withdraw-item",
    data,
    schema: withdrawItemInput,
    command: withdrawItem,
    next: agenda,
    path: pathOf(data, `/items/${Number(data.get("itemId"))}`),
  });
}
