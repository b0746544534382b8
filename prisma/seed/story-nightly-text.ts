import type { Writing } from "./proposal-deeds";

const asks: Writing["asks"] = [
  {
    kind: "board_decision",
    text: "Allow the name “CentOS Stream nightly”.",
    rationale: "Under any other name nobody would find them, and whoever did would not trust them.",
    owner: "board",
    acceptanceTest: "The minutes say so.",
    size: "hours",
  },
  {
    kind: "infra_request",
    text: "40 gigabytes where images can lie for a week.",
    rationale: "Seven images at five gigabytes, and one more while the eighth is refused.",
    owner: "infra",
    acceptanceTest: "An upload from the pipeline can be downloaded by a stranger.",
    size: "hours",
  },
  {
    kind: "sig_work",
    text: "Keep the pipeline running, and look at it when it is red.",
    rationale: "A pipeline that nobody looks at is green until somebody does.",
    owner: "sig-cloud",
    acceptanceTest: "No red week without a comment.",
    size: "months",
  },
  {
    kind: "inform",
    text: "Tell your SIG that there are nightlies, and whom to write to about them.",
    rationale: "A mistake at breakfast helps only if somebody knows where to send it.",
    owner: "sig-leaders",
    acceptanceTest: "Each SIG’s page links to the list of the last seven.",
    size: "hours",
  },
  {
    kind: "infra_request",
    text: "Sign the nightlies with the project’s key.",
    owner: "infra",
    acceptanceTest: "The usual check of the signature passes.",
    size: "days",
  },
];

const sections = {
  why: "Of the board: nothing but its blessing to call them *nightly*, in our own name. Everything else is work, and five of us want to do it.",
  how: "A pipeline that starts at 02:00 UTC, a page that lists the last seven images, and a sentence on it that says **do not run your hospital on this**.",
  example:
    "Last month a change to the clock service broke suspend on two laptops. It was found after nineteen days. With a nightly image it would have been found by the first person who closed a lid.",
  risks:
    "People use them for what they are not for. We delete each image after a week, and the page says so at the top.",
};

export const firstNightly: Writing = {
  title: "Nightly images for those who like to be woken up",
  summary:
    "Every night one image with everything that was merged that day, kept for a week. For people who would rather find a mistake at breakfast than at the release.",
  sig: "sig-cloud",
  sections,
  asks,
};

/** After a week of talk: when an image goes, and a key that promises less. */
export const secondNightly: Writing = {
  ...firstNightly,
  summary:
    "Every night one image with everything that was merged that day, deleted after seven days at 02:00 UTC, before the next one is made. For people who would rather find a mistake at breakfast than at the release.",
  sections: {
    ...sections,
    how: `${sections.how}

The image of a week ago goes **first**: the same run deletes it, checks that it is gone, and only then builds. Its name begins with *nightly* and ends with the day, so that nobody takes it for a release by accident.`,
  },
  asks: asks.with(4, {
    kind: "infra_request",
    text: "Make a key of their own for the nightlies, which promises that we built them and nothing else.",
    rationale: "The project’s key says that somebody has tested it. At two in the morning nobody has.",
    owner: "infra",
    acceptanceTest: "The usual check of the signature names the key, and the key’s name says “nightly”.",
    size: "days",
  }),
};
