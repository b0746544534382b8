import { head } from "./support/forms";
import {
  adjourn,
  callToOrder,
  decide,
  openItem,
  publishAgenda,
  publishMinutes,
  recordAttendance,
  setMeeting,
  theBoard,
  writeLine,
} from "./support/meetings";
import { expect, type Page, test } from "./support/people";
import {
  acceptTime,
  answer,
  ask,
  askForTime,
  comment,
  offerTime,
  publishDraft,
  saveDraft,
} from "./support/proposals";
import { moveTicket, placeAsTicket, settle, ticketNamed } from "./support/tickets";

const evening = "2031-03-12";
const proposal = {
  title: "A library of small services on Stream",
  summary:
    "Ten services that a community needs, on hosts that run CentOS Stream, kept by those who use them.",
  sig: "sig-cloud",
  why: "Say that the library may carry our name. **Nothing else.**",
  asks: [
    { kind: "board_decision", text: "Let the library carry the project’s name.", owner: "board" },
    { kind: "infra_request", text: "A project on the shared cluster for the ten services.", owner: "infra" },
  ],
} as const;

test("a proposal goes from its first post to the region that runs", async ({ as }) => {
  test.setTimeout(120_000);
  const [noor, sam, ruth, imani] = await Promise.all(
    ["Noor Haddad", "Sam Whitfield", "Ruth Achterberg", "Imani Okafor"].map((name) => as(name)),
  );
  if (!noor || !sam || !ruth || !imani) throw new Error("four people take part");

  const number =
    await test.step("Noor writes a proposal, and only she sees it until she publishes it", async () => {
      const written = await saveDraft(noor, proposal);
      await imani.goto(`/proposals/${written}`);
      await expect(imani.getByRole("heading", { name: proposal.title })).toHaveCount(0);
      await publishDraft(noor, written);
      await imani.goto(`/proposals/${written}`);
      await expect(imani.getByRole("heading", { name: proposal.title })).toBeVisible();
      await expect(imani.locator("main").getByText("Nothing else.").first()).toHaveCSS(
        "font-weight",
        /[67]00/,
      );
      return written;
    });

  await test.step("Imani comments and asks; Noor answers, and nobody owes anything any more", async () => {
    await comment(imani, number, "I would use four of the ten. *Which* ten?");
    await ask(imani, number, "@noor", "Who keeps a service when its author leaves?");
    await noor.goto(`/proposals/${number}/questions`);
    await expect(noor.locator("#question-1")).toContainText("Noor Haddad owes Imani Okafor the answer");
    await answer(noor, number, 1, "The SIG does; two names stand on each page.");
    await imani.goto(`/proposals/${number}/questions`);
    await expect(imani.locator("#question-1")).toContainText("The SIG does; two names stand on each page.");
  });

  await test.step("Noor asks for 10 to 15 minutes, Sam offers 10 and 10, and Noor accepts", async () => {
    await setMeeting(sam, evening);
    await askForTime(noor, number, "10 to 15", "Two slides.");
    const offer = {
      meeting: evening,
      present: "10",
      questions: "10",
      note: "If the slides come ahead of time.",
    };
    await offerTime(sam, number, offer);
    await noor.goto(`/proposals/${number}/board`);
    await expect(noor.locator("main")).toContainText("If the slides come ahead of time.");
    await acceptTime(noor, number);
  });

  await test.step("the agenda says how much of the meeting is taken, and everybody can read it", async () => {
    await imani.goto(`/meetings/${evening}`);
    await expect(imani.locator("main")).toContainText("40 of 60 minutes free");
    await expect(imani.getByRole("heading", { name: proposal.title })).toBeVisible();
    await publishAgenda(sam, evening);
  });

  await test.step("Ruth calls to order, Sam records who is there, and the meeting has a quorum", async () => {
    await callToOrder(ruth, evening);
    await recordAttendance(sam, evening, theBoard);
    await ruth.goto(`/meetings/${evening}/session`);
    await expect(ruth.locator("main")).toContainText(/quorum/i);
    await openItem(ruth, evening, proposal.title);
    await noor.goto(`/proposals/${number}`);
    await expect(head(noor)).toContainText("Under review");
  });

  await test.step("Sam writes what is said", async () => {
    await sam.goto(`/meetings/${evening}/session`);
    await writeLine(sam, { kind: "note", text: "Noor shows two slides." });
    await writeLine(sam, { kind: "question", text: "Who pays for the eleventh service?" });
    await writeLine(sam, { kind: "agreed", text: "The library may carry the name." });
    await writeLine(sam, { kind: "action", text: "Open the tickets.", owner: "@noor", due: "2031-04-01" });
  });

  await test.step("Ruth records that it is redirected, with a condition, and adjourns", async () => {
    await ruth.goto(`/meetings/${evening}/session`);
    await decide(ruth, {
      outcome: "Redirected",
      text: "Not approved as a whole: open specific tickets.",
      condition: { text: "Two people can restart each service.", owner: "sig-cloud" },
    });
    await expect(ruth.locator("#decision")).toContainText("Not approved as a whole");
    await ruth.goto(`/meetings/${evening}/session`);
    await ruth.getByRole("button", { name: "Close the item", exact: true }).click();
    await expect(ruth.locator("main [data-status=done]").first()).toBeVisible();
    await adjourn(ruth, evening);
  });

  await test.step("Sam publishes the minutes: a page, Markdown and plain text say the same", async () => {
    await publishMinutes(sam, evening);
    const said = [
      "The library may carry the name.",
      "@noor, by 2031-04-01: Open the tickets.",
      "Two people can restart",
    ];
    await imani.goto(`/meetings/${evening}/minutes`);
    for (const line of said) await expect(imani.locator("main")).toContainText(line);
    for (const ending of ["md", "txt"]) {
      const file = await imani.request.get(`/meetings/${evening}/minutes.${ending}`);
      expect(file.status()).toBe(200);
      for (const line of said) expect(plain(await file.text())).toContain(line);
    }
  });

  await test.step("Noor splits it: every ask, question and condition is placed before she can confirm", async () => {
    await noor.goto(`/proposals/${number}/split`);
    await expect(noor.locator("main")).toContainText("0 of 5 placed");
    await expect(noor.getByRole("button", { name: "Confirm the split" })).toHaveCount(0);
    await placeAsTicket(noor, number, "ask 1", {
      to: "board",
      fields: { Title: "Put the library’s name on record", Owner: "board" },
    });
    await placeAsTicket(noor, number, "ask 2", {
      to: "infra",
      type: "openshift_project",
      fields: {
        Title: "A project for ten services",
        Owner: "infra",
        "Project name": "stream-library",
        Admins: "noor, tomas",
        "Capability of the region": "secrets",
      },
    });
    await settle(noor, number, "question 2", { how: "Answered", text: "Whoever wants an eleventh." });
    await placeAsTicket(noor, number, "condition 1", {
      to: "sig",
      fields: { Title: "Two people who can restart each service", Owner: "@noor" },
    });
    await settle(noor, number, "action 1", { how: "Answered", text: "They are opened here." });
    await expect(noor.locator("main")).toContainText("5 of 5 placed");
    await noor.getByRole("button", { name: "Confirm the split", exact: true }).click();
    await expect(noor.getByRole("heading", { name: "Receipt", exact: false })).toBeVisible();
    await expect(noor.locator("main")).toContainText("5 of 5");
  });

  const before = await readiness(imani);
  await test.step("the tickets are filed and done, each by who may, and the last one closes the proposal", async () => {
    const dario = await as("Dario Conti");
    const done = ["Take up for review", "Accept the work", "Mark as done"] as const;
    const doers: [string, Page][] = [
      ["Put the library’s name on record", ruth],
      ["A project for ten services", dario],
      ["Two people who can restart each service", noor],
    ];
    for (const [title, doer] of doers) {
      const ticket = await ticketNamed(noor, number, title);
      await moveTicket(noor, ticket, ["File"]);
      await moveTicket(doer, ticket, done);
    }
    await noor.goto(`/proposals/${number}`);
    await expect(head(noor)).toContainText("Completed");
  });

  await test.step("the region is further than before, and the history tells who did what", async () => {
    expect(await readiness(imani)).toBeGreaterThan(before);
    await imani.goto(`/proposals/${number}/history`);
    for (const deed of [
      /Noor Haddad.*published/,
      /Sam Whitfield.*offered/,
      /Ruth Achterberg.*decision|redirected/i,
    ]) {
      await expect(imani.getByRole("listitem").filter({ hasText: deed }).first()).toBeVisible();
    }
  });
});

/** The region's readiness as its page says it, in per cent. */
async function readiness(page: Page): Promise<number> {
  await page.goto("/region");
  return Number(/(\d+)\s?%/.exec(await page.locator("main").innerText())?.[1]);
}

/** Markdown's escapes away: what is said is the same. */
function plain(text: string): string {
  return text.replaceAll("\\", "").replaceAll("**", "").replaceAll(/\s+/g, " ");
}
