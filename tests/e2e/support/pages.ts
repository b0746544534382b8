import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { storyCalendar } from "@/prisma/seed/calendar";
import { saveDraft } from "./proposals";

/** Every page of the portal, by the route that its folder gives it: `/proposals/[number]`. */
export function routes(folder = "app"): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /(^|\/)page\.tsx$/.test(path))
    .map((path) => `/${path.replace(/(^|\/)page\.tsx$/, "").replaceAll(/\([^)]*\)\//g, "")}`)
    .sort();
}

export const routesOfTheApp = routes(join(import.meta.dirname, "../../../app"));

const { past, coming } = storyCalendar();
const [, , evening, , last] = past;
const [next] = coming;

/** Where the demo's story shows a page with much on it, and who sees most there. */
export interface Example {
  as: string;
  path: string | ((page: Page) => Promise<string>);
}

const noor = "Noor Haddad";
const secretary = "Sam Whitfield";

export const examples: Readonly<Record<string, Example>> = {
  "/": { as: secretary, path: "/" },
  "/ballots/[id]": { as: "Imani Okafor", path: "/ballots/1" },
  "/decisions": { as: secretary, path: "/decisions" },
  "/decisions/[id]": { as: secretary, path: "/decisions/1" },
  "/admin": { as: "Dario Conti", path: "/admin" },
  "/admin/audit": { as: "Dario Conti", path: "/admin/audit?kind=role" },
  "/account/activity": { as: noor, path: "/account/activity" },
  "/admin/routing": {
    as: "Dario Conti",
    path: "/admin/routing?kind=infra_request&text=Six+bare-metal+hosts",
  },
  "/admin/routing/new": { as: "Dario Conti", path: "/admin/routing/new" },
  "/admin/routing/[key]": { as: "Dario Conti", path: "/admin/routing/dns-record" },
  "/account": { as: "Dario Conti", path: "/account" },
  "/account/tokens": { as: noor, path: "/account/tokens" },
  "/api": { as: "", path: "/api" },
  "/api/[group]": { as: "", path: "/api/proposals" },
  "/admin/people": { as: "Dario Conti", path: "/admin/people" },
  "/admin/people/[handle]": { as: "Dario Conti", path: "/admin/people/ruth" },
  "/board": { as: "", path: "/board" },
  "/people": { as: "", path: "/people" },
  "/admin/claims": { as: "Dario Conti", path: "/admin/claims" },
  "/sign-in/link": { as: "", path: "/sign-in/link?token=made-up" },
  "/inbox": { as: noor, path: "/inbox" },
  "/inbox/watching": { as: noor, path: "/inbox/watching" },
  "/meetings": { as: secretary, path: "/meetings" },
  "/meetings/new": { as: secretary, path: "/meetings/new" },
  "/meetings/queue": { as: secretary, path: "/meetings/queue" },
  "/meetings/month": { as: secretary, path: `/meetings/month?month=${next.slice(0, 7)}` },
  "/meetings/[date]": { as: secretary, path: `/meetings/${next}` },
  "/meetings/actions": { as: secretary, path: "/meetings/actions" },
  "/meetings/actions/[line]": {
    as: secretary,
    path: (page) => linkOn(page, "/meetings/actions", /\/meetings\/actions\/\d+$/),
  },
  "/meetings/[date]/actions": { as: secretary, path: `/meetings/${next}/actions` },
  // Only while a meeting is in session; else it is not there.
  "/meetings/[date]/adjourn": { as: secretary, path: `/meetings/${last}/minutes` },
  "/meetings/[date]/minutes/amend": { as: secretary, path: `/meetings/${evening}/minutes/amend` },
  "/meetings/[date]/minutes/published": { as: secretary, path: `/meetings/${evening}/minutes/published` },
  "/meetings/[date]/history": { as: secretary, path: `/meetings/${evening}/history` },
  "/meetings/[date]/items/[item]": {
    as: secretary,
    path: (page) => linkOn(page, `/meetings/${next}`, /\/items\/\d+/),
  },
  "/meetings/[date]/minutes": { as: secretary, path: `/meetings/${last}/minutes` },
  "/meetings/[date]/preread": { as: "Imani Okafor", path: `/meetings/${next}/preread` },
  "/meetings/[date]/preread/[item]": {
    as: "Imani Okafor",
    path: (page) => linkOn(page, `/meetings/${next}/preread`, /\/preread\/\d+/),
  },
  "/meetings/[date]/published": { as: secretary, path: `/meetings/${next}/published` },
  "/meetings/[date]/session": { as: secretary, path: `/meetings/${evening}/session` },
  "/meetings/[date]/session/lines/[line]": { as: secretary, path: changedLine },
  "/people/[handle]": { as: noor, path: "/people/ruth" },
  "/proposals": { as: noor, path: "/proposals" },
  "/proposals/preview": { as: "Ruth Achterberg", path: previewOf },
  "/proposals/[number]/merge": { as: "Ruth Achterberg", path: mergeOf },
  "/proposals/new": { as: "Ruth Achterberg", path: "/proposals/new" },
  "/proposals/[number]": { as: "Imani Okafor", path: "/proposals/6" },
  "/proposals/[number]/authors": { as: noor, path: "/proposals/8/authors" },
  "/proposals/[number]/board": { as: secretary, path: "/proposals/6/board" },
  "/proposals/[number]/comments/[comment]": {
    as: "Jules Marchetti",
    path: async (page) =>
      (await linkOn(page, "/proposals/6", /\/comments\/\d+\/edit$/)).replace(/\/edit$/, ""),
  },
  "/proposals/[number]/comments/[comment]/edit": {
    as: "Jules Marchetti",
    path: (page) => linkOn(page, "/proposals/6", /\/comments\/\d+\/edit$/),
  },
  "/proposals/[number]/concerns": { as: "Pavel Novak", path: "/proposals/6/concerns" },
  "/proposals/[number]/edit": { as: noor, path: "/proposals/8/edit" },
  "/proposals/[number]/history": { as: noor, path: "/proposals/2/history" },
  "/proposals/[number]/materials": { as: "Jules Marchetti", path: "/proposals/6/materials" },
  "/proposals/[number]/questions": { as: secretary, path: "/proposals/63/questions" },
  "/proposals/[number]/revisions": { as: noor, path: "/proposals/2/revisions" },
  "/proposals/[number]/revisions/[revision]": { as: noor, path: "/proposals/2/revisions/1" },
  "/proposals/[number]/revisions/compare": {
    as: noor,
    path: "/proposals/2/revisions/compare?from=1&to=2&view=side",
  },
  "/proposals/[number]/split/receipt": { as: noor, path: "/proposals/2/split/receipt" },
  "/proposals/[number]/split": { as: noor, path: "/proposals/3/split?place=ask-1" },
  "/proposals/[number]/relations": { as: "Jules Marchetti", path: "/proposals/6/relations" },
  "/proposals/[number]/support": { as: "Jules Marchetti", path: "/proposals/6/support" },
  "/proposals/[number]/tickets": { as: noor, path: "/proposals/2/tickets" },
  "/provenance/[kind]/[id]": { as: noor, path: "/provenance/ticket/7" },
  "/region": { as: "Wren Castellanos", path: "/region" },
  "/region/[key]": { as: "Wren Castellanos", path: "/region/stream" },
  "/region/new": { as: secretary, path: "/region/new" },
  "/region/[key]/add": { as: "Wren Castellanos", path: "/region/stream/add" },
  "/region/[key]/edit": { as: "Wren Castellanos", path: "/region/stream/edit" },
  "/region/[key]/incidents": { as: "Wren Castellanos", path: "/region/stream/incidents" },
  "/region/[key]/incidents/[number]": { as: "Wren Castellanos", path: "/region/stream/incidents/2" },
  "/region/[key]/timeline": { as: "Imani Okafor", path: "/region/stream/timeline" },
  "/region/[key]/inventory": { as: "Wren Castellanos", path: "/region/stream/inventory" },
  "/region/[key]/roles": { as: "Wren Castellanos", path: "/region/stream/roles" },
  "/region/[key]/status": { as: "Wren Castellanos", path: "/region/stream/status" },
  "/region/[key]/workloads": { as: "Wren Castellanos", path: "/region/stream/workloads" },
  "/region/[key]/[capability]": { as: "Wren Castellanos", path: "/region/stream/network" },
  "/region/[key]/[capability]/edit": { as: "Wren Castellanos", path: "/region/stream/dns/edit" },
  "/request-types": { as: noor, path: "/request-types" },
  "/request-types/[key]": { as: noor, path: "/request-types/bare_metal" },
  "/sigs": { as: secretary, path: "/sigs" },
  "/sigs/[handle]": { as: secretary, path: "/sigs/sig-cloud" },
  "/search": { as: noor, path: "/search?q=region" },
  "/sign-in": { as: "", path: "/sign-in" },
  "/tickets": { as: "Dario Conti", path: "/tickets" },
  "/tickets/changed": { as: "Dario Conti", path: severalChanged },
  "/tickets/new": { as: "Dario Conti", path: "/tickets/new" },
  "/tickets/[number]": { as: "Dario Conti", path: "/tickets/7" },
  "/tickets/[number]/comments/[comment]": {
    as: "Jules Marchetti",
    path: async (page) => (await linkOn(page, "/tickets/4", /\/comments\/\d+\/edit$/)).replace(/\/edit$/, ""),
  },
  "/tickets/[number]/comments/[comment]/edit": {
    as: "Jules Marchetti",
    path: (page) => linkOn(page, "/tickets/4", /\/comments\/\d+\/edit$/),
  },
  "/tickets/[number]/history": { as: "Dario Conti", path: "/tickets/7/history" },
  "/tickets/[number]/questions": { as: "Dario Conti", path: "/tickets/15/questions" },
  "/tickets/[number]/edit": { as: noor, path: "/tickets/13/edit" },
};

/** Somebody's own text on its way into the portal. */
async function previewOf(page: Page): Promise<string> {
  await page.goto("/proposals/new");
  await page.getByLabel("Title", { exact: true }).fill("A region, as readers will see it");
  await page.getByRole("button", { name: "Preview", exact: true }).click();
  await page.waitForURL(/\/preview\?copy=/);
  return page.url();
}

/** What became of a ticket that was chosen from the list and labelled. */
async function severalChanged(page: Page): Promise<string> {
  await page.goto("/tickets?label=mirrors");
  await page
    .getByRole("checkbox", { name: /^Choose T-/ })
    .first()
    .check();
  await page.getByText("Change the chosen tickets").click();
  await page.getByLabel("Priority").last().selectOption("high");
  await page.getByRole("button", { name: "Change them" }).click();
  await page.waitForURL(/\/tickets\/changed\?/);
  return page.url();
}

/** Two windows in which the same draft was changed. */
async function mergeOf(page: Page): Promise<string> {
  const number = await saveDraft(page, { title: "A text of two", why: "Because." });
  const other = await page.context().newPage();
  for (const window of [page, other]) await window.goto(`/proposals/${number}/edit`);
  for (const [window, title] of [
    [other, "A text of three"],
    [page, "A text of four"],
  ] as const) {
    await window.getByLabel("Title", { exact: true }).fill(title);
    await window.getByRole("button", { name: "Save draft" }).click();
    await window.waitForURL(/\/(proposals\/\d+|merge\?.*)$/);
  }
  await other.close();
  return page.url();
}

/** The line of an evening that was put better: under one of its items. */
async function changedLine(page: Page): Promise<string> {
  for (const item of await linksOn(page, `/meetings/${evening}/session`, /\/session\?item=\d+$/)) {
    const [line] = await linksOn(page, item, /\/session\/lines\/\d+$/);
    if (line) return line;
  }
  throw new Error(`no line of ${evening} was changed`);
}

/** The first address of that kind that a page links to. */
async function linkOn(page: Page, path: string, kind: RegExp): Promise<string> {
  const [found] = await linksOn(page, path, kind);
  if (!found) throw new Error(`${path} links to no ${kind}`);
  return found;
}

/** Every address of that kind that a page links to. */
async function linksOn(page: Page, path: string, kind: RegExp): Promise<string[]> {
  await page.goto(path);
  const addresses = await page
    .locator("main a")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  return addresses.filter((address) => kind.test(address));
}
