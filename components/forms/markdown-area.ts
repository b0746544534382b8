import type { ClipboardEvent, DragEvent } from "react";
import { changeBetween, type Edit, insertLink, isAddress, linkSelection } from "./markdown-edit";

type Area = HTMLTextAreaElement;

export function editOf({ value, selectionStart, selectionEnd }: Area): Edit {
  return { text: value, start: selectionStart, end: selectionEnd };
}

/** Puts the changed text into the field as if it had been typed, so that undo takes it back and forms notice. */
export function applyEdit(area: Area, edit: Edit): void {
  const { from, to, text } = changeBetween(area.value, edit.text);
  area.focus();
  if (from !== to || text) {
    area.setSelectionRange(from, to);
    // Deprecated, and still the only way to write into a field that its own undo knows of.
    const typed = text ? document.execCommand("insertText", false, text) : document.execCommand("delete");
    if (!typed) {
      area.setRangeText(text, from, to);
      area.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
  }
  area.setSelectionRange(edit.start, edit.end);
}

/** Selected words and an address on the clipboard: a link. */
export function linkOnPaste(event: ClipboardEvent<Area>): void {
  const edit = linkSelection(editOf(event.currentTarget), event.clipboardData.getData("text/plain"));
  if (!edit) return;
  event.preventDefault();
  applyEdit(event.currentTarget, edit);
}

/**
 * A link dragged in. Only the browser knows the place between the words where it falls, so it is let fall as its bare
 * address, and made a link right there; undo takes back first the one, then the other.
 */
export function linkOnDrop(event: DragEvent<Area>): void {
  const area = event.currentTarget;
  const address = addressOf(event.dataTransfer);
  if (!address) return;
  const before = editOf(area);
  const title = titleIn(event.dataTransfer.getData("text/html"));
  area.addEventListener("input", () => applyEdit(area, linkWhereItFell(area.value, before, address, title)), {
    once: true,
  });
}

/** What was dropped, found by comparing; on words that were selected it becomes their link. */
export function linkWhereItFell(after: string, before: Edit, address: string, title: string): Edit {
  const { from, text } = changeBetween(before.text, after);
  const onSelection = before.start < before.end && from >= before.start && from <= before.end;
  const linked = onSelection && linkSelection(before, address);
  if (linked) return linked;
  return insertLink({ text: after, start: from, end: from + text.length }, address, title);
}

function addressOf(data: DataTransfer): string | undefined {
  const [first = ""] = (data.getData("text/uri-list") || data.getData("text/plain"))
    .split(/\r?\n/)
    .filter((line) => line && !line.startsWith("#"));
  return isAddress(first.trim()) ? first.trim() : undefined;
}

function titleIn(html: string): string {
  if (!html) return "";
  return new DOMParser().parseFromString(html, "text/html").querySelector("a")?.textContent ?? "";
}
