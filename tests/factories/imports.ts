import { randomInt } from "node:crypto";
import { importPagure } from "@/lib/import-export/commands/import-pagure";
import type { Imported } from "@/lib/import-export/commands/import-plans";
import type { Actor } from "@/lib/workflow/actor";
import { expectDone } from "./proposals";

export const theImport: Actor = { kind: "system", name: "import" };

export interface TrackerComment {
  id: number;
  comment: string;
  date_created: string;
  user: { name: string; fullname: string };
  [key: string]: unknown;
}

export interface TrackerIssue {
  id: number;
  full_url: string;
  comments: TrackerComment[];
  [key: string]: unknown;
}

/** An issue as Pagure writes it, of an invented tracker; what a test says of it holds instead. */
export function anIssue(given: Partial<TrackerIssue> = {}): TrackerIssue {
  const id = given.id ?? randomInt(1_000, 900_000);
  return {
    id,
    full_url: `https://tracker.example/centos/board/issue/${id}`,
    title: "CentOS Stream in a community cloud",
    content: "We would like a **new region**.\n\nWho decides on it?",
    status: "Open",
    close_status: null,
    date_created: "1632500000.25",
    last_updated: "1632500000.25",
    closed_at: null,
    closed_by: null,
    user: { name: "amara", fullname: "Amara Example" },
    private: false,
    tags: [],
    comments: [],
    ...given,
  };
}

let lastComment = 1000;

/** Something that somebody wrote in the thread; an id of its own unless given. */
export function aTrackerComment(given: Partial<TrackerComment> = {}): TrackerComment {
  lastComment += 1;
  return {
    id: lastComment,
    comment: "It would be good for everybody.",
    date_created: "1632600000.5",
    user: { name: "bo", fullname: "Bo Example" },
    ...given,
  };
}

/** The note that Pagure writes when somebody changed something. */
export function aNote(lines: string, given: Partial<TrackerComment> = {}): TrackerComment {
  const comment = `**Metadata Update from @bo**:\n${lines}`;
  return aTrackerComment({ comment, notification: true, ...given });
}

/** Imports issues that are to be imported; a refusal fails the test. */
export async function imported(...issues: TrackerIssue[]): Promise<Imported> {
  return expectDone(await importPagure(theImport, JSON.stringify(issues)));
}
