import { readIssueAddress } from "../trackers/known-issue";

/** What an address elsewhere is called among people, and the address by which the portal knows it. */
export interface OutsideReference {
  short: string;
  /** The address of an issue without what does not belong to it; absent for what the portal never keeps. */
  url?: string;
  /** What the thread is known by if it was imported, from there or from a tracker of another name: `centos/board#63`. */
  sourceKey?: string;
}

/** On other hosts the short form names the host too: `board#63` of somebody's own server is not the board's. */
const wellKnown =
  /^(?:www\.)?(?:github\.com|gitlab\.com|pagure\.io|codeberg\.org|git\.centos\.org|src\.fedoraproject\.org|forge\.fedoraproject\.org)$/;

const name = String.raw`[A-Za-z0-9_.][\w.+\-]*`;
const commit = new RegExp(
  `^/(?<project>${name}(?:/${name}){0,4}?)/(?:-/)?(?:commit|c)/(?<sha>[0-9a-f]{7,64})/?$`,
);
const change = new RegExp(
  `^/(?<project>${name}(?:/${name}){0,4}?)/(?:-/)?(?<word>merge_requests|pull-request|pulls?)/(?<number>[1-9]\\d{0,8})(?:/[\\w\\-]*)?/?$`,
);

/** Reads the address of an issue, a commit or a change on Pagure, GitLab, GitHub or Forgejo; undefined for others. */
export function outsideReference(address: string): OutsideReference | undefined {
  if (!/^https:\/\//i.test(address) || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.username || url.password || url.port) return undefined;
  const found = changeIn(url) ?? commitIn(url) ?? issueIn(address);
  if (!found || found.short.length > 120) return undefined;
  const host = wellKnown.test(url.hostname) ? "" : `${url.hostname}/`;
  const place = url.hash && found.url ? " (comment)" : "";
  return { ...found, short: `${host}${found.short}${place}` };
}

function issueIn(address: string): OutsideReference | undefined {
  const issue = readIssueAddress(address);
  if (!issue.ok || issue.value.number === null) return undefined;
  const { short, url: known, tracker } = issue.value;
  return { short, url: known, ...(tracker === "pagure" && { sourceKey: short }) };
}

function commitIn(url: URL): OutsideReference | undefined {
  const { project, sha } = commit.exec(url.pathname)?.groups ?? {};
  return project && sha ? { short: `${project}@${sha.slice(0, 7)}` } : undefined;
}

/** GitLab writes its merge requests with an exclamation mark. */
function changeIn(url: URL): OutsideReference | undefined {
  const { project, word, number } = change.exec(url.pathname)?.groups ?? {};
  if (!project || !number) return undefined;
  return { short: `${project}${word === "merge_requests" ? "!" : "#"}${number}` };
}
