import { done, type Result, refuse } from "../result";

export const trackers = ["pagure", "gitlab"] as const;
export type Tracker = (typeof trackers)[number];

/** What to ask a tracker for: the first page of a project's issues, or one issue. */
export interface Target {
  address: string;
  isOne: boolean;
}

/** Reads the address of a project, of its list of issues or of one issue, as a browser shows it. */
export function targetOf(tracker: Tracker, text: string): Result<Target> {
  if (!URL.canParse(text)) return refuse("invalid", `${text} is no web address.`);
  const url = new URL(text);
  const path = url.pathname.replace(/^\/+|\/+$|\.git$/g, "");
  return tracker === "gitlab" ? inGitlab(url, path) : inPagure(url, path);
}

function inGitlab({ origin }: URL, path: string): Result<Target> {
  const [, project = "", number] = /^(.+?)(?:\/-\/(?:issues|work_items)(?:\/(\d+))?)?$/.exec(path) ?? [];
  if (!/^[^/]+(\/[^/]+)+$/.test(project) || project.includes("/-"))
    return refuse("invalid", "Give a project's address, such as https://gitlab.example/group/project.");
  const base = `${origin}/api/v4/projects/${encodeURIComponent(project)}/issues`;
  if (number) return done({ address: `${base}/${number}`, isOne: true });
  return done({ address: `${base}?scope=all&order_by=created_at&sort=asc&per_page=100`, isOne: false });
}

function inPagure({ origin }: URL, path: string): Result<Target> {
  const [, project = "", number] = /^(.+?)(?:\/issues|\/issue\/(\d+))?$/.exec(path) ?? [];
  if (!/^[\w.+/-]+$/.test(project))
    return refuse("invalid", "Give a project's address, such as https://pagure.example/group/project.");
  const base = `${origin}/api/0/${project}`;
  if (number) return done({ address: `${base}/issue/${number}`, isOne: true });
  return done({ address: `${base}/issues?status=all&order=asc&per_page=100`, isOne: false });
}

/** An address that a page leads on to, where it is on the host of that page: another one would get the token. */
export function onSameHost(address: string | null | undefined, from: string): string | undefined {
  if (!address || !URL.canParse(address, from)) return undefined;
  const next = new URL(address, from);
  return next.origin === new URL(from).origin ? next.href : undefined;
}
