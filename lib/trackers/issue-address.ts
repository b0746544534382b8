import { done, type Result, refuse } from "../result";
import { issuePaths, type Tracker } from "./kinds";
import { movedTo, type TrackerMove } from "./moves";

/** The issue elsewhere that mirrors a ticket (DOMAIN 3, "Tracker / External issue"). */
export interface ExternalIssue {
  /** "other" where no tracker is known by such an address. */
  tracker: Tracker | "other";
  /** Path of the project in its tracker; empty where the tracker is not known. */
  project: string;
  number: number | null;
  /** "centos/infra#1836": its name wherever it is shown; such a name can be typed in a text as well. */
  short: string;
  /** The address without what does not belong to the issue. Two links to one issue have the same. */
  url: string;
}

interface Shape {
  tracker: Tracker;
  /** Where the shape is ambiguous, the hosts that it is right for. */
  host?: RegExp;
  path: RegExp;
}

const name = "[A-Za-z0-9_.][\\w.+-]*";
const example = "https://pagure.io/centos-infra/issue/1836";
const longest = 2000;

/** The paths of issues and change requests in the four trackers; the first that fits decides. */
const shapes: readonly Shape[] = [
  shape("github", `${name}/${name}`, "(?:issues|pull)", /^github\.com$/),
  shape("gitlab", `${name}(?:/${name})+`, "-/(?:issues|work_items)"),
  shape("gitlab", `${name}(?:/${name})+`, "issues", /(?:^|\.)gitlab\./),
  shape("pagure", `(?:fork/${name}/)?${name}(?:/${name})?`, "issue"),
  shape("forgejo", `${name}/${name}`, "issues"),
];

/**
 * Reads the address of an issue as somebody pasted it; one of a place that has moved is the one of today. Refuses what
 * is not a public web address.
 */
export function parseExternalIssue(
  pasted: string,
  moves: readonly TrackerMove[] = [],
): Result<ExternalIssue> {
  const text = pasted.trim();
  const url = URL.canParse(text) && text.length <= longest ? new URL(text) : undefined;
  const problem = url ? whatIsWrongWith(url) : "That is not a web address";
  if (problem || !url) return refuseLink(`${problem}; give one such as ${example}.`);
  return done(knownIssue(url, moves) ?? otherIssue(url));
}

function knownIssue(url: URL, moves: readonly TrackerMove[]): ExternalIssue | undefined {
  const host = hostOf(url);
  for (const { tracker, host: hosts, path } of shapes) {
    const found = !hosts || hosts.test(host) ? path.exec(url.pathname) : null;
    const project = found?.groups?.project;
    const number = Number(found?.groups?.number);
    if (!project || !number || !isFree(tracker, host)) continue;
    const now = movedTo({ host, project, tracker }, moves);
    const scheme = now.host === host ? schemeOf(url, tracker, host) : "https:";
    const address = `${scheme}//${now.host}${issuePaths[now.tracker](now.project, number)}`;
    return {
      tracker: now.tracker,
      project: now.project,
      number,
      short: `${now.project}#${number}`,
      url: address,
    };
  }
  return undefined;
}

function otherIssue(url: URL): ExternalIssue {
  const host = hostOf(url);
  const path = url.pathname.replace(/\/+$/, "");
  const short = `${host}${path}${url.search}`;
  return {
    tracker: "other",
    project: "",
    number: null,
    short: short.length > 60 ? `${short.slice(0, 59)}…` : short,
    url: `${url.protocol}//${host}${path}${url.search}`,
  };
}

function whatIsWrongWith(url: URL): string | undefined {
  if (url.protocol !== "https:" && url.protocol !== "http:")
    return "A link to an issue begins with https:// or http://";
  if (url.username || url.password)
    return "The address holds a user name or password, which would become public";
  if (isPrivate(url.hostname)) return "Others cannot reach that address";
  return undefined;
}

/** Names and addresses that lead nowhere, or somewhere else, for another reader. */
function isPrivate(hostname: string): boolean {
  const host = hostname.replace(/\.$/, "");
  if (host.startsWith("[") || /^[\d.]+$/.test(host) || !host.includes(".")) return true;
  return /\.(?:local|localhost|localdomain|internal|intranet|lan|home|corp|test|invalid)$|\.home\.arpa$/.test(
    host,
  );
}

/** Only GitHub's own shapes are right for GitHub. */
function isFree(tracker: Tracker, host: string): boolean {
  return tracker === "github" || host !== "github.com";
}

function hostOf(url: URL): string {
  return url.host.replace(/^www\./, "").replace(/\.(?=:|$)/, "");
}

/** The large public trackers answer on https only; elsewhere the scheme is kept as it was given. */
function schemeOf(url: URL, tracker: Tracker, host: string): string {
  const isPublic = tracker === "github" || /^(?:gitlab\.com|pagure\.io|codeberg\.org)$/.test(host);
  return isPublic ? "https:" : url.protocol;
}

function shape(tracker: Tracker, project: string, word: string, host?: RegExp): Shape {
  const path = new RegExp(`^/(?<project>${project})/${word}/0*(?<number>[1-9]\\d{0,8})(?:/[^/]*)?/?$`);
  return { tracker, path, ...(host && { host }) };
}

function refuseLink(message: string): Result<ExternalIssue> {
  return refuse("invalid", message, [{ path: "url", message }]);
}
