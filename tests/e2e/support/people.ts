import { type BrowserContextOptions, test as base, expect, type Page } from "@playwright/test";

export { expect, type Page };

type StorageState = Awaited<ReturnType<ReturnType<Page["context"]>["storageState"]>>;

interface People {
  /** A browser of their own, in which the named person of the demo is signed in. */
  as: (name: string, options?: BrowserContextOptions) => Promise<Page>;
  /** A browser of their own, in which nobody has signed in. */
  asNobody: (options?: BrowserContextOptions) => Promise<Page>;
}

/** Journeys with several people, each in their own browser. Within a worker everybody signs in once. */
export const test = base.extend<People, { signedIn: Map<string, StorageState> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs.
  signedIn: [async ({}, use) => use(new Map()), { scope: "worker" }],
  asNobody: async ({ browser }, use) => {
    const contexts: { close(): Promise<void> }[] = [];
    await use(async (options) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
  as: async ({ asNobody, signedIn }, use) => {
    await use(async (name, options) => {
      const storageState = signedIn.get(name);
      const page = await asNobody({ ...options, ...(storageState && { storageState }) });
      if (!storageState) {
        await signInAs(page, name);
        signedIn.set(name, await page.context().storageState());
      }
      return page;
    });
  },
});

/** Signs in as somebody of the demo, and goes on to a page. */
export async function signInAs(page: Page, name: string, back = "/"): Promise<void> {
  await page.goto(`/sign-in?back=${encodeURIComponent(back)}`);
  await page.getByRole("button", { name, exact: true }).click();
  await expect(page.locator("header.top").getByText(name).first()).toBeAttached();
}
