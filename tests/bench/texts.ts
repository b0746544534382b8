import { renderMarkdown } from "@/lib/discussion/markdown";

// What people write to a board, in the lengths in which they write it: from two sentences to a page of mail.
const comments = [
  "I read this twice and I am in favour. What I miss is a date.",
  "Thanks for writing this up. Two things before the meeting:\n\n1. Who keeps the machines running after the first year?\n2. Does the brand have to change for it?\n\nI am happy to talk about either in the chat.",
  "> Who keeps the machines running after the first year?\n\nThe SIG does. We have three people with access today, and two more who asked for it. The plan is that nobody is alone on call, and that the hand-over is written down in the same place as the rest of the documents. If the numbers fall below three, we say so here and stop taking new tenants until it is better.",
  "I talked to the infra team about this. Their answer, shortened: the network is there, the storage is not, and *nobody* has tried it with more than forty tenants. They would like to see the load test first, and they offered to help with it. See the notes in [the ticket](https://tracker.example.org/infra/1234).",
  "Could somebody say in one paragraph what happens if we do nothing? The proposal explains well what would be built. It explains less well why it has to be us, and why it has to be this year. I do not mean this as a no; I mean that I cannot explain it to the others as it stands.",
  "The part about certificates needs work. A wildcard is not enough:\n\n- the API lives under another name,\n- the registry has its own,\n- and what tenants bring is theirs to renew.\n\n```\napi.region.example.org\n*.apps.region.example.org\nregistry.region.example.org\n```\n\nI can write this up properly, if somebody reviews it.",
  "Seconded. For the record: the board of last year looked at something similar, and redirected it to the SIGs, because the money for hosting was not there. What has changed since is that the hosting is sponsored, and that two companies put people on it. I would like that to be said in the summary, because it is the first thing that everybody asks. Apart from that this is ready, as far as I am concerned, and we should give it the time that it needs on the agenda instead of the usual five minutes at the end.",
  "Agreed with what was said above. Moving this to the next meeting, with 10 + 10 minutes.",
].map((markdown) => ({ markdown, html: renderMarkdown(markdown) }));

const why =
  "We want a place where members of the community can run what they build, on what the community ships. " +
  "Today everybody who wants to show something needs a company that lends them a machine. Of the board we ask for its name, its backing, and a decision about who owns it.\n\n" +
  "Without it, the next three proposals of this kind will each bring their own cluster, and each will end when its sponsor loses interest.";
const how =
  "The SIG does the work: four people, about a day a week each. The way there:\n\n" +
  "1. two control planes on sponsored hardware,\n2. sign-in with the community account,\n3. ten tenants who know what they are in for,\n4. a restore drill, in public,\n5. then everybody.";
const example =
  "Amara maintains three packages. She opens a merge request, and twenty minutes later a colleague on another continent clicks on a link and tries the result. Nobody had to ask for an account.";

const sections = [
  { key: "why", markdown: why },
  { key: "how", markdown: how },
  { key: "example", markdown: example },
].map((section) => ({ ...section, html: renderMarkdown(section.markdown) }));

const outline = {
  what: "A region for the community, run by the SIG.",
  asked: "Backing, and a decision about who owns it.",
  who: "The Cloud SIG, with the infra team.",
  next: "A split into tickets.",
};

/** Everything that the statements of seed-sql.ts take, as one row of parameters. */
export const texts = {
  comments: JSON.stringify(comments),
  sections: JSON.stringify(sections),
  outline: JSON.stringify(outline),
};

/** What the measured form posts. */
export const postedComment = comments[2]?.markdown ?? "";
