import { fill, form, head, refusal, unfold } from "./support/forms";
import { expect, type Page, test } from "./support/people";

// A region of its own: other journeys measure the demo's at the same time.
const key = `journey-${Date.now().toString(36)}`;
const region = `/region/${key}`;
const name = "Proof of the journey";
const capability = `${region}/proof-of-the-journey`;

/** The line of the capability in the region's list. */
const line = (page: Page) => page.locator("#capability-proof-of-the-journey");

async function percentOf(page: Page): Promise<number> {
  await page.goto(region);
  return Number(/\d+/.exec(await page.locator(".readiness-number").innerText())?.[0]);
}

test("a capability is added, shown by one, accepted by another, broken and mended, and a director sees why", async ({
  as,
}) => {
  const [wren, mateus, imani] = [
    await as("Wren Castellanos"),
    await as("Mateus Ribeiro", { javaScriptEnabled: false }),
    await as("Imani Okafor"),
  ];

  await test.step("the secretary opens another region for them", async () => {
    const sam = await as("Sam Whitfield");
    await sam.goto("/region/stream");
    await sam.getByRole("link", { name: "Open another region" }).click();
    const open = form(sam, "Open a region");
    await fill(open, { Name: "The region of a journey", Key: "new" });
    await open.getByRole("button", { name: "Open the region" }).click();
    await expect(refusal(sam)).toContainText("choose another key");
    await fill(open, { Key: key });
    await open.getByRole("button", { name: "Open the region" }).click();
    await sam.waitForURL(region);
    await expect(head(sam)).toContainText("Proposed");
  });

  await test.step("an operator adds it, with what it needs and how it is accepted", async () => {
    await wren.goto(`${region}/add`);
    const add = form(wren, "Add a capability");
    await fill(add, { Name: name, Weight: "101", "How it is accepted": "It answers\nIt answers" });
    await add.getByRole("button", { name: "Add the capability" }).click();
    await expect(refusal(wren)).toContainText("stands there twice");
    await expect(refusal(wren)).toContainText("Give a whole number from 0 to 100");
    await fill(add, { Weight: "30", "How it is accepted": "It answers from outside" });
    await add.getByLabel("Sponsorship", { exact: true }).check();
    await add.getByRole("button", { name: "Add the capability" }).click();
    await wren.waitForURL(capability);
    await expect(head(wren)).toContainText("Not requested");
  });

  await test.step("and shows with a file and an output that it works, but does not judge it", async () => {
    const give = form(wren, "Give evidence");
    await fill(give, { "Output of a command": "$ probe\n<b>200</b> OK" });
    const text = Buffer.from("200 OK, 3600 times.\n");
    await give.getByLabel("File").setInputFiles({ name: "probe.txt", mimeType: "text/plain", buffer: text });
    await give.getByRole("button", { name: "Give the evidence" }).click();
    await expect(wren.locator(".evidence-output")).toHaveText("$ probe\n<b>200</b> OK");
    await expect(wren.getByText("You gave this; somebody else judges it.")).toBeVisible();
    const answer = await wren.request.get(
      (await wren.getByRole("link", { name: "probe.txt" }).getAttribute("href")) ?? "",
    );
    expect([answer.status(), await answer.text()]).toEqual([200, "200 OK, 3600 times.\n"]);
  });

  const before = await percentOf(wren);

  await test.step("the second operator accepts it, without JavaScript", async () => {
    await mateus.goto(region);
    await line(mateus)
      .getByRole("link", { name: `Judge the evidence for ${name}` })
      .click();
    const judge = form(mateus, "Judge the evidence for “It answers from outside”");
    await judge.getByRole("button", { name: "Refuse the evidence" }).click();
    await expect(refusal(mateus)).toContainText("Say what is missing");
    await form(mateus, "Judge the evidence for “It answers from outside”")
      .getByRole("button", { name: "Accept the evidence" })
      .click();
    await expect(head(mateus)).toContainText("Accepted");
    expect(await percentOf(mateus)).toBeGreaterThan(before);
  });

  const accepted = await percentOf(wren);

  await test.step("an incident lowers the number, and a director sees why", async () => {
    await wren.goto(`${region}/incidents#declare`);
    const declare = form(wren, "Declare an incident");
    await fill(declare, { "What is wrong": "It answers no more" });
    await declare.getByRole("button", { name: "Declare the incident" }).click();
    await expect(refusal(wren)).toContainText("Choose at least one capability");
    await declare.getByLabel(/^Minor/).check();
    await declare.getByLabel(name, { exact: true }).check();
    await declare.getByRole("button", { name: "Declare the incident" }).click();
    await expect(head(wren)).toContainText("It answers no more");
    expect(await percentOf(imani)).toBeLessThan(accepted);
    await expect(line(imani)).toContainText("An incident is open: It answers no more.");
    await imani
      .getByRole("link", { name: /It answers no more/ })
      .first()
      .click();
    await expect(head(imani)).toContainText("Open");
    await expect(form(imani, "Next steps")).toHaveCount(0);
  });

  await test.step("she finds it on the map by keyboard, and in the timeline", async () => {
    await imani.goto(region);
    const node = imani.getByRole("link", { name: `${name}: Regressed` });
    await node.focus();
    await expect(node.locator(".map-panel")).toBeVisible();
    await expect(imani.locator(".map-hint")).toBeHidden();
    await imani.keyboard.press("Enter");
    await imani.waitForURL(capability);
    await imani.goto(`${region}/timeline?show=incident`);
    await expect(imani.locator(".region-time")).toContainText("It answers no more");
    await unfold(imani, "The same as a table");
    await expect(imani.locator(".tbl")).toContainText(new Date().toISOString().slice(0, 10));
  });

  await test.step("resolved, it is as it was", async () => {
    await mateus.goto(`${region}/incidents`);
    await mateus.getByRole("link", { name: /It answers no more/ }).click();
    const steps = form(mateus, "Next steps");
    await fill(steps, { "What ended it?": "The probe was asleep." });
    await steps.getByRole("button", { name: "Resolve it" }).click();
    await expect(head(mateus)).toContainText("Resolved");
    expect(await percentOf(imani)).toBe(accepted);
    await expect(line(imani)).toContainText("Accepted");
  });

  await test.step("and taken out again, with the reason", async () => {
    await wren.goto(`${capability}/edit`);
    await fill(form(wren, "Remove the capability"), {
      "Why this region does not need it": "The journey is over.",
    });
    await wren.getByRole("button", { name: `Remove ${name}` }).click();
    await wren.waitForURL(region);
    await expect(line(wren)).toHaveCount(0);
  });
});
