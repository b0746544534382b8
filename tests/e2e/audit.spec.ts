import { form, unfold } from "./support/forms";
import { expect, signInAs, test } from "./support/people";

// They give and end the same role.
test.describe.configure({ mode: "serial" });

const said = (words: string) => `Jules Marchetti ${words}`;

for (const javaScriptEnabled of [true, false]) {
  const scripts = javaScriptEnabled ? "with JavaScript" : "without JavaScript";
  test(`an administrator finds what somebody's account did and what was done about it, and nobody else does, ${scripts}`, async ({
    as,
    asNobody,
    request,
  }) => {
    const jules = await asNobody({ javaScriptEnabled });
    await signInAs(jules, "Jules Marchetti", "/account/tokens");
    const make = form(jules, "Make a token");
    const name = `For the audit, ${scripts}`;
    await make.getByLabel("What for").fill(name);
    await make.getByRole("button", { name: "Make the token" }).click();
    const shown = (await form(jules, "Make a token").getByRole("status").textContent()) ?? "";
    const [token] = /streamboard_[\w-]{43}/.exec(shown) ?? [];
    const headers = { authorization: `Bearer ${token}`, "user-agent": "a nightly report" };
    for (const path of ["/me", "/me"]) {
      expect((await request.get(`/api/v1${path}`, { headers })).status()).toBe(200);
    }
    expect((await request.get("/api/v1/audit", { headers })).status()).toBe(403);
    expect((await jules.request.get("/tickets/export.csv?status=filed")).status()).toBe(200);

    const dario = await as("Dario Conti", { javaScriptEnabled });
    await dario.goto("/admin/people/jules");
    await unfold(dario, "Give a role");
    const give = form(dario, "Give a role");
    await give.getByLabel("Role").selectOption("sig_member");
    await give.getByLabel("In").selectOption("sig-hyperscale");
    await give.getByRole("button", { name: "Give the role" }).click();
    // Who came by keyboard goes on from where they were.
    if (javaScriptEnabled) await expect(dario.getByText("Give a role", { exact: true })).toBeFocused();
    await unfold(dario, "End “SIG member, Hyperscale SIG”");
    const end = form(dario, "End SIG member, Hyperscale SIG");
    await end.getByLabel("Why").fill("It was for a journey.");
    await end.getByRole("button", { name: "End the role" }).click();
    await expect(end).toHaveCount(0);

    await dario.goto("/admin");
    await dario.getByRole("link", { name: "Audit" }).click();
    const filter = form(dario, "Filter the audit");
    await filter.getByLabel("Person").fill("@jules");
    await filter.getByRole("button", { name: "Show" }).click();
    const lines = dario.locator("main .lines");
    for (const words of [
      "signed in as somebody of the demo.",
      `made the token “${name}”.`,
      `used the token “${name}”, which may read.`,
      "asked the API for GET /audit, and may not.",
      "took the list of tickets along as CSV, narrowed by status.",
    ]) {
      await expect(
        lines
          .getByRole("listitem")
          .filter({ hasText: said(words) })
          .first(),
      ).toBeVisible();
    }
    const use = lines.getByRole("listitem").filter({ hasText: `used the token “${name}”` });
    await expect(use).toHaveCount(1);
    await expect(use).toContainText(/from (127\.0\.0\.0\/24|0:0:0::\/48) · a nightly report/);
    await use.getByRole("link", { name: /All about token \d+/ }).click();
    await expect(lines.getByRole("listitem")).toHaveCount(2);

    await dario.goto("/admin/audit?person=jules");
    await filter.getByLabel("Kind").selectOption("role");
    await filter.getByRole("button", { name: "Show" }).click();
    await expect(lines).toContainText(
      "Dario Conti ended the role sig member of Jules Marchetti in Hyperscale SIG.",
    );
    await expect(lines).toContainText("It was for a journey.");
    await expect(lines).not.toContainText("signed in");
    const file = await dario.request.get("/admin/audit/export.csv?person=jules&kind=role");
    expect(await file.text()).toContain("ended the role sig member of Jules Marchetti");
    await dario.goto("/admin/audit?kind=export");
    await expect(lines.getByRole("listitem").first()).toContainText(
      "Dario Conti took the audit along as CSV, narrowed by person, kind.",
    );

    await jules.goto("/account");
    await expect(jules.locator("#activity")).toContainText("ended the role sig member");
    await jules.getByRole("link", { name: "All that your account did" }).click();
    await expect(jules.locator("main .lines")).toContainText(said(`used the token “${name}”`));
    await expect(jules.locator("main .lines")).not.toContainText("took the audit along");
    for (const path of ["/admin/audit", "/admin/audit/export.csv"]) {
      expect((await jules.goto(path))?.status()).toBe(404);
    }
  });
}

test("an administrator is told what makes no sense, and how the chain stands", async ({ as }) => {
  const dario = await as("Dario Conti");
  await dario.goto("/admin/audit?about=the+moon");
  await expect(dario.getByText("Nothing fits.")).toBeVisible();
  await expect(dario.getByText("Such as “token 12”", { exact: false })).toBeVisible();
  await dario.goto("/admin/audit");
  await expect(dario.locator("main")).toContainText("Newest hash, to be kept elsewhere");
  await expect(dario.locator("main code").filter({ hasText: /^[0-9a-f]{64}$/ })).toBeVisible();
});
