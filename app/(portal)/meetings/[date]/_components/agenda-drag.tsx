"use client";
import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { useEffect, useRef } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import type { FormAction } from "@/components/forms/form-state";

interface AgendaDragProps {
  action: FormAction;
  submissionKey: string;
  date: string;
  /** The items in their order: when it changes, new ones want to be draggable too. */
  order: string;
}

/**
 * Lets the items of an agenda be dragged within their section, and moved by Alt and the arrow keys from their handle.
 * Without it the buttons "Move up" and "Move down" do the same.
 */
export function AgendaDrag({ action, submissionKey, date, order }: AgendaDragProps) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const form = frame.current?.querySelector("form");
    return form && order ? makeSortable(form) : undefined;
  }, [order]);
  return (
    <div ref={frame} className="agenda-drag">
      <ActionForm action={action} submissionKey={submissionKey} label="Order of the agenda">
        <HiddenField name="date" value={date} />
        <HiddenField name="itemId" value="" />
        <HiddenField name="before" value="" />
        <HiddenField name="seen" value="" />
      </ActionForm>
    </div>
  );
}

function makeSortable(form: HTMLFormElement): () => void {
  const items = [...document.querySelectorAll<HTMLElement>("[data-agenda-item]")];
  return combine(...items.map((item) => sortable(form, item)));
}

function sortable(form: HTMLFormElement, item: HTMLElement): () => void {
  const handle = item.querySelector<HTMLElement>("[data-handle]");
  if (!handle) return () => undefined;
  const onKey = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    const other = event.key === "ArrowUp" ? item.previousElementSibling : item.nextElementSibling;
    if (!other) return;
    send(form, item, event.key === "ArrowUp" ? other : other.nextElementSibling);
  };
  handle.addEventListener("keydown", onKey);
  const remove = combine(
    draggable({
      element: item,
      dragHandle: handle,
      getInitialData: () => ({ item }),
      onDragStart: () => item.classList.add("dragged"),
      onDrop: () => item.classList.remove("dragged"),
    }),
    dropTargetForElements({
      element: item,
      canDrop: ({ source }) => source.element !== item && source.element.parentElement === item.parentElement,
      onDragEnter: () => item.classList.add("dropped-on"),
      onDragLeave: () => item.classList.remove("dropped-on"),
      onDrop: ({ source, location }) => {
        item.classList.remove("dropped-on");
        if (location.current.dropTargets[0]?.element !== item) return;
        const isBelow = source.element.compareDocumentPosition(item) & Node.DOCUMENT_POSITION_FOLLOWING;
        send(form, source.element, isBelow ? item.nextElementSibling : item);
      },
    }),
  );
  return () => {
    handle.removeEventListener("keydown", onKey);
    remove();
  };
}

/** Fills the form with what was moved, before which, and the order that was seen; then sends it as a press would. */
function send(form: HTMLFormElement, item: Element, before: Element | null): void {
  const idOf = (element: Element | null) => element?.getAttribute("data-agenda-item") ?? "";
  const list = [...(item.parentElement?.children ?? [])];
  const values = { itemId: idOf(item), before: idOf(before), seen: list.map(idOf).join(",") };
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = value;
  }
  form.requestSubmit();
}
