import type { Page } from "@playwright/test";

/** At the provider's own pages: who one is, and that the portal may know. */
export async function atTheProvider(page: Page, login: string): Promise<void> {
  await page.locator("input[name=login]").fill(login);
  await page.locator("input[name=password]").fill("any");
  await page.locator("button[type=submit]").click();
  await page.locator("button[type=submit]").click();
}

const mostSteps = 12;

/**
 * The same without a browser: from where the portal sends somebody to the address at the portal (its path is `end`) to
 * which the provider sends them back. The portal does not hear of it.
 */
export async function comeBack(to: URL, login: string, end: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let step: { at: URL; form?: URLSearchParams } = { at: to };
  for (let count = 0; count < mostSteps; count += 1) {
    if (step.at.pathname === end) return step.at;
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const sent = step.form ? { method: "POST", body: step.form } : {};
    const response = await fetch(step.at, { redirect: "manual", headers: { cookie }, ...sent });
    for (const set of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    const onward = response.headers.get("location");
    step = onward ? { at: new URL(onward, step.at) } : asked(step.at, await response.text(), login);
  }
  throw new Error(`the provider does not send ${login} back`);
}

/** What a page of the provider asks, answered. */
function asked(at: URL, html: string, login: string): { at: URL; form: URLSearchParams } {
  const [, action = ""] = /<form[^>]* action="([^"]+)"/.exec(html) ?? [];
  const [, prompt = ""] = /name="prompt" value="(\w+)"/.exec(html) ?? [];
  return { at: new URL(action, at), form: new URLSearchParams({ prompt, login, password: "any" }) };
}
