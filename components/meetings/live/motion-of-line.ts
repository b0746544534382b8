/**
 * Where the item takes motions, a motion is made there: with mover, seconder and a ballot. Says whether it does. What is
 * typed there already is left alone.
 */
export function openMotionForm(text = ""): boolean {
  const field = document.querySelector<HTMLTextAreaElement>("textarea[data-motion]");
  if (!field) return false;
  field.closest("details")?.setAttribute("open", "");
  if (text && field.value.trim() === "") field.value = text;
  field.focus();
  return true;
}

/** “Make a motion of it” at a line, where it can be done without leaving the page and what is typed on it. */
export function onMotionOfLine(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-motion-of]") : null;
  if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const said = link.closest("li")?.querySelector("[data-said]")?.textContent ?? "";
  if (openMotionForm(said)) event.preventDefault();
}
