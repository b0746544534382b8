import type { Locator, Page } from "@playwright/test";

/** The form of that name. */
export function form(page: Page, name: string | RegExp): Locator {
  return page.getByRole("form", { name, exact: typeof name === "string" });
}

/** Opens what is folded under these words, unless it is open. */
export async function unfold(page: Page, words: string): Promise<void> {
  const folded = page.locator("details", { has: page.locator("summary", { hasText: words }) }).first();
  if ((await folded.getAttribute("open")) === null) await folded.locator("summary").first().click();
}

/** Fills fields by their labels; a field that is a list is chosen from. */
export async function fill(scope: Page | Locator, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(values)) {
    const field = scope.getByLabel(labelled(label)).first();
    const isList = await field.evaluate((element) => element instanceof HTMLSelectElement);
    if (isList) await field.selectOption(value);
    else await field.fill(value);
  }
}

/** A label to the letter, whether or not it says that its field may stay empty. */
function labelled(label: string): RegExp {
  return new RegExp(`^${label.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}( \\(optional\\))?$`);
}

/** What a form says that stands in the way. */
export function refusal(page: Page): Locator {
  return page.locator("main").getByRole("alert");
}

/** What stands above a page: its name, its number and its state. */
export function head(page: Page): Locator {
  return page.locator("main header.head");
}
