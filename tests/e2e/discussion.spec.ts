import { fill, form, refusal } from "./support/forms";
import { expect, type Page, test } from "./support/people";
import { comment, publish } from "./support/proposals";

const written = {
  title: "Something to talk about",
  summary: "It deserves a word or two.",
  asks: [{ kind: "inform", text: "Know what was said.", owner: "@noor" }],
} as const;

const plain = { javaScriptEnabled: false };
const said = (page: Page, text: string) => page.locator(".tl > .say").filter({ hasText: text });

test("a comment names people, proposals and outside issues; a name that nobody has is told to its writer", async ({
  as,
  asNobody,
}) => {
  const noor = await as("Noor Haddad");
  const number = await publish(noor, written);
  await comment(
    noor,
    number,
    `@sam and @nobody-at-all: see #${number} and https://pagure.io/centos-infra/issue/12345`,
  );
  const own = said(noor, "@sam");
  await expect(own).toContainText("Nobody is called @nobody-at-all here: it was posted as text");
  await expect(own.getByRole("link", { name: "@sam", exact: true })).toHaveAttribute("href", "/people/sam");
  await expect(own.getByRole("link", { name: "@nobody-at-all" })).toHaveCount(0);
  await expect(own.getByRole("link", { name: `#${number} ${written.title} (In discussion)` })).toBeVisible();
  await expect(own.getByRole("link", { name: "centos-infra#12345" })).toHaveAttribute("title", /pagure\.io/);
  const reader = await asNobody();
  await reader.goto(noor.url());
  await expect(said(reader, "@sam")).not.toContainText("Nobody is called");
});

test("a comment is quoted, changed with its history for everybody to see, and linked to", async ({
  as,
  asNobody,
}) => {
  const [noor, sam] = [await as("Noor Haddad"), await as("Sam Whitfield", plain)];
  const number = await publish(noor, written);
  await comment(noor, number, "The cat sat on the mat.");
  await sam.goto(`/proposals/${number}`);
  await said(sam, "The cat sat").getByRole("link", { name: "Quote" }).click();
  await expect(sam.getByLabel("Your comment")).toHaveValue(
    /^> \[Noor Haddad wrote\].*\n>\n> The cat sat on the mat\.\n\n$/s,
  );
  const quote = await sam.getByLabel("Your comment").inputValue();
  await sam.getByLabel("Your comment").fill(`${quote}Did it?`);
  await form(sam, "Add to the discussion").getByRole("button", { name: "Comment", exact: true }).click();
  await expect(said(sam, "Did it?").locator("blockquote")).toContainText("The cat sat on the mat.");
  await expect(said(sam, "Did it?").getByRole("link", { name: "to Noor Haddad" })).toBeVisible();

  await noor.goto(`/proposals/${number}`);
  await said(noor, "The cat sat").first().getByRole("link", { name: "Edit" }).click();
  await noor.getByLabel("Your comment").fill("The cat lay on the mat.");
  await noor.getByRole("button", { name: "Save", exact: true }).click();
  await expect(said(noor, "The cat lay").first()).toBeVisible();
  const reader = await asNobody();
  await reader.goto(`/proposals/${number}`);
  await said(reader, "The cat lay").getByRole("link", { name: "edited" }).click();
  await expect(reader.locator(".versions del")).toHaveText("sat");
  await expect(reader.locator(".versions ins")).toHaveText("lay");
  await reader.getByRole("link", { name: "In the discussion" }).click();
  await expect(said(reader, "The cat lay")).toBeInViewport();
  await said(reader, "Did it?").locator(".by time").click();
  await expect(reader).toHaveURL(/\?comment=(\d+)#comment-\1$/);
});

for (const options of [{}, plain]) {
  test(`a reaction takes one click, and one to take it back, ${options === plain ? "without" : "with"} JavaScript`, async ({
    as,
    asNobody,
  }) => {
    const [noor, sam] = [await as("Noor Haddad"), await as("Sam Whitfield", options)];
    const number = await publish(noor, written);
    await comment(noor, number, "Shall we?");
    await sam.goto(`/proposals/${number}`);
    const own = said(sam, "Shall we?");
    await own.getByText("React", { exact: true }).click();
    await own.getByRole("button", { name: "Agree" }).click();
    const given = own.getByRole("button", { name: "Agree 1, yours too" });
    await expect(given).toHaveAttribute("aria-pressed", "true");
    const reader = await asNobody();
    await reader.goto(`/proposals/${number}`);
    await expect(said(reader, "Shall we?").getByRole("img", { name: "Agree 1" })).toBeVisible();
    await given.click();
    await expect(given).toHaveCount(0);
    await expect(own).toBeVisible();
  });
}

test("a page that is looked at again within one visit calls nothing new", async ({ as }) => {
  const [noor, sam] = [await as("Noor Haddad"), await as("Sam Whitfield")];
  const number = await publish(noor, written);
  await comment(noor, number, "Before the visit.");
  await sam.goto(`/proposals/${number}`);
  await comment(noor, number, "While Sam reads.");
  await sam.goto(`/proposals/${number}`);
  // Within one visit nothing is new: a page that is looked at again does not change its mind.
  await expect(sam.getByText("New since you were here")).toHaveCount(0);
});

test("what is only for the board is there for the board alone", async ({ as, asNobody }) => {
  const [noor, sam] = [await as("Noor Haddad"), await as("Sam Whitfield")];
  const number = await publish(noor, written);
  await comment(noor, number, "For everybody.");
  await sam.goto(`/proposals/${number}`);
  const writing = form(sam, "Add to the discussion");
  await fill(writing, { "Your comment": "Between ourselves." });
  await writing.getByLabel("Only for the board").check();
  await writing.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(said(sam, "Between ourselves.")).toContainText("only the board reads this");
  const page = `/proposals/${number}/comments/${/comment=(\d+)/.exec(sam.url())?.[1]}`;
  expect((await sam.goto(page))?.status()).toBe(200);
  for (const reader of [noor, await asNobody()]) {
    await reader.goto(`/proposals/${number}`);
    await expect(said(reader, "For everybody.")).toHaveCount(1);
    await expect(reader.getByText("Between ourselves.")).toHaveCount(0);
    await expect(reader.getByLabel("Only for the board")).toHaveCount(0);
    expect((await reader.goto(page))?.status()).toBe(404);
    await reader.goto("/search?q=ourselves");
    await expect(reader.getByText("Between ourselves")).toHaveCount(0);
  }
});

test("a comment only for the board that asks something is refused, and nothing typed is lost", async ({
  as,
}) => {
  const [noor, sam] = [await as("Noor Haddad"), await as("Sam Whitfield", plain)];
  const number = await publish(noor, written);
  await sam.goto(`/proposals/${number}`);
  const writing = form(sam, "Add to the discussion");
  await fill(writing, { "Your comment": "Who pays?" });
  await writing.getByLabel("Only for the board").check();
  await writing.getByText("Ask somebody").click();
  await fill(writing, { "Who should answer": "@noor" });
  await writing.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(refusal(sam)).toContainText("A comment only for the board cannot ask or answer a question");
  await expect(sam.getByLabel("Your comment")).toHaveValue("Who pays?");
  await expect(sam.getByLabel("Only for the board")).toBeChecked();
});
