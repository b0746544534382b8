import { form } from "./support/forms";
import { expect, test } from "./support/people";

test("somebody makes a token without JavaScript, a program uses it, and it ends when revoked", async ({
  as,
  request,
}) => {
  const noor = await as("Noor Haddad", { javaScriptEnabled: false });
  await noor.goto("/account/tokens");
  const make = form(noor, "Make a token");
  await make.getByLabel("What for").fill("A journey");
  await make.getByLabel("What it may do").selectOption("write");
  await make.getByRole("button", { name: "Make the token" }).click();
  const told = (await form(noor, "Make a token").getByRole("status").textContent()) ?? "";
  const [token] = /streamboard_[\w-]{43}/.exec(told) ?? [];
  const headers = { authorization: `Bearer ${token}`, "idempotency-key": "a-journey-of-the-api" };
  const draft = { title: "Written by a program", summary: "Over HTTP." };
  const made = await request.post("/api/v1/proposals", { headers, data: draft });
  expect(made.status()).toBe(201);
  const again = await request.post("/api/v1/proposals", { headers, data: draft });
  const { number } = await made.json();
  expect(await again.json()).toEqual({ number });
  const read = await request.get(`/api/v1/proposals/${number}`, { headers });
  expect([read.status(), (await read.json()).title]).toEqual([200, draft.title]);
  expect((await request.get(`/api/v1/proposals/${number}`)).status()).toBe(404);
  expect((await request.get("/api/v1/openapi.json")).headers()["content-type"]).toContain("application/json");
  await noor.goto("/account/tokens");
  await expect(noor.getByText("never used")).toHaveCount(0);
  await noor.getByRole("button", { name: "Revoke" }).first().click();
  expect((await request.get("/api/v1/me", { headers })).status()).toBe(401);
});

test("an export is sent as it is read, one line for each thing", async ({ request }) => {
  const answer = await request.get("/api/v1/export");
  expect(answer.headers()["content-type"]).toContain("application/jsonl");
  const lines = (await answer.text()).trim().split("\n");
  expect(lines.length).toBeGreaterThan(100);
  expect(lines.map((line) => JSON.parse(line).kind)).toContain("proposal");
});
