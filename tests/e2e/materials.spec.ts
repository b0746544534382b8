import { aPdf, aPng } from "../factories/files";
import { fill, form, refusal, unfold } from "./support/forms";
import { expect, type Page, test } from "./support/people";
import { publish, saveDraft } from "./support/proposals";

const written = (title: string) => ({
  title,
  summary: "Slides and numbers belong to it.",
  asks: [{ kind: "inform", text: "Look at the slides.", owner: "@noor" }] as const,
});

const plain = { javaScriptEnabled: false };
const page = "text/html; charset=utf-8";

interface Chosen {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

const slides = (name = "Größe der Region.pdf"): Chosen => ({
  name,
  mimeType: "application/pdf",
  buffer: aPdf(),
});

async function attach(by: Page, number: number, title: string, file: Chosen): Promise<void> {
  await by.goto(`/proposals/${number}/materials`);
  await unfold(by, "Attach a file");
  const attaching = form(by, "Attach a file");
  await fill(attaching, { Title: title, "What it is": "slides" });
  await attaching.getByLabel("File").setInputFiles(file);
  await attaching.getByRole("button", { name: "Attach the file" }).click();
}

const material = (by: Page, number: number) => by.locator(`#material-${number}`);

for (const [how, options] of [
  ["with JavaScript", {}],
  ["without JavaScript", plain],
] as const) {
  test(`a PDF is attached and opened ${how}; one that lies is refused, and what was typed is kept`, async ({
    as,
    asNobody,
  }) => {
    const noor = await as("Noor Haddad", options);
    const number = await publish(noor, written(`Slides to look at ${how}`));

    await test.step("what lies about its type is refused with what it is", async () => {
      const lie = {
        name: "slides.pdf",
        mimeType: "application/pdf",
        buffer: Buffer.from("<html><script>1</script>"),
      };
      await attach(noor, number, "Slides of the evening", lie);
      await expect(refusal(noor)).toContainText("slides.pdf says PDF, its content is HTML.");
      const attaching = form(noor, "Attach a file");
      await expect(attaching.getByLabel("Title")).toHaveValue("Slides of the evening");
      await expect(attaching.getByLabel("What it is")).toHaveValue("slides");
    });

    await test.step("so is no file at all, and a title that is missing", async () => {
      await noor.goto(`/proposals/${number}/materials`);
      await unfold(noor, "Attach a file");
      await form(noor, "Attach a file").getByRole("button", { name: "Attach the file" }).click();
      await expect(refusal(noor)).toContainText("Choose a file.");
      await expect(refusal(noor)).toContainText("Give it a title");
    });

    await attach(noor, number, "Slides of the evening", slides());
    await expect(material(noor, 1)).toContainText(/PDF, \d+ bytes/);
    await expect(material(noor, 1)).toContainText("For revision 1");

    await test.step("anybody opens it, as what it is and nothing else", async () => {
      const nobody = await asNobody();
      await nobody.goto(`/proposals/${number}/materials`);
      const href = await material(nobody, 1)
        .getByRole("link", { name: "Slides of the evening" })
        .getAttribute("href");
      const answer = await nobody.request.get(href ?? "");
      expect(answer.status()).toBe(200);
      expect(Buffer.compare(await answer.body(), aPdf())).toBe(0);
      expect(answer.headers()).toMatchObject({
        "content-type": "application/pdf",
        "x-content-type-options": "nosniff",
        "cross-origin-resource-policy": "same-origin",
        "cache-control": "private, no-cache",
        "content-disposition": expect.stringContaining("filename*=UTF-8''Gr%C3%B6%C3%9Fe%20der%20Region.pdf"),
        "content-security-policy": expect.stringContaining("default-src 'none'"),
      });
      const etag = answer.headers().etag ?? "";
      const again = await nobody.request.get(href ?? "", { headers: { "if-none-match": etag } });
      expect(again.status()).toBe(304);
      const part = await nobody.request.get(href ?? "", { headers: { range: "bytes=0-3" } });
      expect([part.status(), await part.text()]).toEqual([206, "%PDF"]);
      const head = await nobody.request.head(href ?? "");
      expect([head.status(), head.headers()["content-type"]]).toEqual([200, "application/pdf"]);
      expect((await nobody.request.get("/attachments/nothing/slides.pdf")).status()).toBe(404);
    });
  });
}

test("what is too large is said on the form, with what was typed", async ({ as }) => {
  const noor = await as("Noor Haddad", plain);
  const number = await publish(noor, written("More than fits"));
  const large = { name: "film.mp4", mimeType: "video/mp4", buffer: Buffer.alloc(12 * 1024 * 1024, 1) };
  await attach(noor, number, "The whole evening", large);
  await expect(refusal(noor)).toContainText("A file may have 10 MB; film.mp4 is larger than that.");
  await expect(form(noor, "Attach a file").getByLabel("Title")).toHaveValue("The whole evening");
  await expect(material(noor, 1)).toHaveCount(0);
});

test("a form that is larger than any has to be is answered kindly, after its last byte", async ({
  asNobody,
}) => {
  const nobody = await asNobody();
  const answer = await nobody.request.post("/sign-in", { form: { much: "a".repeat(5_100_000) } });
  expect(answer.status()).toBe(413);
  expect(await answer.text()).toContain("This is too large");
});

test("another site's form attaches nothing", async ({ as }) => {
  const noor = await as("Noor Haddad");
  const number = await publish(noor, written("Not from elsewhere"));
  const multipart = { title: "Planted", kind: "slides", file: slides() };
  const elsewhere: Record<string, string>[] = [
    { origin: "https://elsewhere.example" },
    { origin: "http://localhost", "sec-fetch-site": "cross-site" },
  ];
  for (const headers of elsewhere) {
    const answer = await noor.request.post(`/proposals/${number}/materials/upload`, { multipart, headers });
    expect(answer.status()).toBe(403);
  }
  await noor.goto(`/proposals/${number}/materials`);
  await expect(material(noor, 1)).toHaveCount(0);
});

test("who has lost their session comes back to what they typed", async ({ as }) => {
  const noor = await as("Noor Haddad", plain);
  const number = await publish(noor, written("Signed out meanwhile"));
  await noor.goto(`/proposals/${number}/materials`);
  await unfold(noor, "Attach a file");
  const attaching = form(noor, "Attach a file");
  await fill(attaching, { Title: "Slides of the evening", "What it is": "slides" });
  await attaching.getByLabel("File").setInputFiles(slides());
  await noor.context().clearCookies();
  await attaching.getByRole("button", { name: "Attach the file" }).click();
  await noor.getByRole("button", { name: "Noor Haddad", exact: true }).click();
  await expect(form(noor, "Attach a file").getByLabel("Title")).toHaveValue("Slides of the evening");
  await expect(refusal(noor)).toContainText("choose the file again");
});

test("a link is added, said to have changed, pinned again and removed with a reason", async ({
  as,
  asNobody,
}) => {
  const noor = await as("Noor Haddad");
  const number = await publish(noor, written("A link and its life"));
  await noor.goto(`/proposals/${number}/materials`);
  const adding = form(noor, "Add a link");
  await fill(adding, { Title: "عرض 🎉", "What it is": "slides", Address: "javascript:alert(1)" });
  await adding.getByRole("button", { name: "Add the link" }).click();
  await expect(refusal(noor)).toContainText("An address that begins with javascript: cannot be linked.");
  await fill(adding, { Address: "https://example.org/slides" });
  await adding.getByRole("button", { name: "Add the link" }).click();
  await expect(material(noor, 1)).toContainText("example.org");

  await material(noor, 1)
    .getByRole("link", { name: /Change or remove/ })
    .click();
  await expect(material(noor, 1)).toContainText("[عرض 🎉](https://example.org/slides)");
  await fill(form(noor, "Say that material 1 has changed"), { "What has changed": "Two more pages." });
  await noor.getByRole("button", { name: "Say that it has changed" }).click();
  await expect(material(noor, 1)).toContainText("Changed since pinned");
  await expect(material(noor, 1)).toContainText("Two more pages.");

  await material(noor, 1)
    .getByRole("link", { name: /Change or remove/ })
    .click();
  await noor.getByRole("button", { name: "This is for revision 1" }).click();
  await expect(material(noor, 1)).not.toContainText("Changed since pinned");

  await material(noor, 1)
    .getByRole("link", { name: /Change or remove/ })
    .click();
  await fill(form(noor, "Remove material 1"), { "Why it is removed": "Wrong slides." });
  await noor.getByRole("button", { name: "Remove it" }).click();
  await expect(noor.locator("summary", { hasText: "Removed: 1" })).toBeVisible();
  const nobody = await asNobody();
  await nobody.goto(`/proposals/${number}/materials`);
  await unfold(nobody, "Removed: 1");
  await expect(material(nobody, 1)).toContainText("Wrong slides.");
  await expect(nobody.locator('a[href*="example.org"]')).toHaveCount(0);
});

test("two directors mark what they have read, and everybody sees who has not", async ({ as }) => {
  const [noor, imani, pavel] = [
    await as("Noor Haddad"),
    await as("Imani Okafor", plain),
    await as("Pavel Novak"),
  ];
  const number = await publish(noor, written("To be read before the meeting"));
  const path = `/proposals/${number}/materials`;
  await attach(noor, number, "Slides", slides());
  const read = (by: Page) => by.locator("#pre-read");
  for (const director of [imani, pavel]) {
    await director.goto(path);
    await read(director).getByRole("button", { name: "Mark as read" }).click();
    await expect(read(director).getByRole("button", { name: "Take my mark back" })).toBeVisible();
  }
  await imani.goto(path);
  await material(imani, 1).getByRole("button", { name: "Mark as read" }).click();
  await expect(material(imani, 1)).toContainText("Imani Okafor");

  await noor.goto(path);
  await expect(read(noor)).toContainText(
    /Read by 2 of \d+ directors: Imani Okafor, Pavel Novak|Read by 2 of \d+/,
  );
  await expect(material(noor, 1)).toContainText(/Read by 1 of \d+ directors: Imani Okafor/);
  await expect(material(noor, 1)).toContainText(/Not yet: .*Pavel Novak/);
  await expect(noor.getByRole("button", { name: "Mark as read" })).toHaveCount(0);
  await noor.goto(`/proposals/${number}`);
  await expect(noor.locator("aside.side")).toContainText(/Read by 2 of \d+ directors/);

  await read(await back(pavel, path))
    .getByRole("button", { name: "Take my mark back" })
    .click();
  await expect(read(pavel)).toContainText(/Read by 1 of \d+ directors: Imani Okafor/);
});

test("files of a draft and of an executive proposal are not found by others", async ({ as, asNobody }) => {
  const [ruth, jules, nobody] = [await as("Ruth Achterberg"), await as("Jules Marchetti"), await asNobody()];
  await ruth.goto("/proposals?q=hosting+partner");
  const link = ruth.getByRole("link", { name: "The terms of a hosting partner" }).first();
  const secret = Number(/\d+$/.exec((await link.getAttribute("href")) ?? "")?.[0]);
  const draft = await saveDraft(ruth, written("Nobody sees this draft"));
  for (const number of [secret, draft]) {
    await attach(ruth, number, "The terms", slides("terms.pdf"));
    const href = await ruth.getByRole("link", { name: "The terms" }).first().getAttribute("href");
    expect((await ruth.request.get(href ?? "")).status()).toBe(200);
    for (const stranger of [jules, nobody]) {
      expect((await stranger.request.get(href ?? "")).status()).toBe(404);
      expect((await stranger.goto(`/proposals/${number}/materials`))?.status()).toBe(404);
    }
  }
});

test("a picture is shown, a text is downloaded, and neither can act", async ({ as }) => {
  const noor = await as("Noor Haddad");
  const number = await publish(noor, written("Pictures and notes"));
  await attach(noor, number, "Map", { name: "map.png", mimeType: "image/svg+xml", buffer: aPng() });
  await expect(material(noor, 1)).toContainText("PNG");
  await attach(noor, number, "Notes", {
    name: "notes.md",
    mimeType: page,
    buffer: Buffer.from("# <b>Notes</b>"),
  });
  await expect(material(noor, 2)).toContainText("Markdown");
  const headers = async (place: number, title: string) => {
    const href = await material(noor, place).getByRole("link", { name: title }).getAttribute("href");
    return (await noor.request.get(href ?? "")).headers();
  };
  expect(await headers(1, "Map")).toMatchObject({
    "content-type": "image/png",
    "content-disposition": expect.stringMatching(/^inline/),
    "content-security-policy": expect.stringContaining("sandbox"),
  });
  expect(await headers(2, "Notes")).toMatchObject({
    "content-type": "text/markdown; charset=utf-8",
    "content-disposition": expect.stringMatching(/^attachment/),
  });
});

async function back(by: Page, path: string): Promise<Page> {
  await by.goto(path);
  return by;
}
