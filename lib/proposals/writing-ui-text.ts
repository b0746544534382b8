import type { SectionKey } from "./ui-text";

/** What a good answer to a field of the proposal's form holds: what boards ask for when it is missing. */
export interface FieldHelp {
  points: readonly string[];
  example: string;
}

export const summaryHelp: FieldHelp = {
  points: [
    "What will be there that is not there now, in words that somebody outside your SIG understands.",
    "Who has something from it, and who does the work.",
    "What you ask for. The details are in the asks; here one clause is enough.",
  ],
  example:
    "A region whose hosts run CentOS Stream, so that SIGs test on what they build. The Cloud SIG runs it; we ask the board to say yes, and the infra team for three machines.",
};

export const askHelp: FieldHelp = {
  points: [
    "One thing that somebody can say yes or no to. Two things are two asks.",
    "An owner who knows about it. Whoever you name is asked whether they do it.",
    "How everybody can see that it was done: a page, a file, a line in the minutes.",
  ],
  example:
    "Infra request: three bare metal hosts in one rack until the end of May. Owner: infra. Done when: we can log in.",
};

export const sectionHelp: Readonly<Record<Exclude<SectionKey, "body">, FieldHelp>> = {
  why: {
    points: [
      "What you want from the board in particular: a decision, money, a name on a letter, or only that it knows.",
      "Why the board, and why now: what waits for it.",
      "What happens if the answer is no, or if there is none.",
    ],
    example:
      "We want the board to agree that the name is used. Without it we can still build the region, and have to call it something else by March.",
  },
  how: {
    points: [
      "Is it done in a SIG, as a product, or by somebody outside? Name people, not only groups.",
      "How much of their time, and for how long. Say who has agreed and who was not asked yet.",
      "The first three steps, and when the first of them is done.",
    ],
    example:
      "@ada and @jules in the Cloud SIG, a day a week until May. First the network plan (in two weeks), then one host, then the other two.",
  },
  builds_on: {
    points: [
      "Code, images, machines and agreements that are there already, each with a link.",
      "What was tried before, and why that was not enough.",
      "Whom you depend on, and whether they know.",
    ],
    example:
      "The Cloud SIG's images, which are built each night; the contract for the rack, which runs until 2028.",
  },
  example: {
    points: [
      "One person with a name, or a role that everybody knows, and one thing they want to do.",
      "What they do today, step by step, and what they would do afterwards.",
      "Small enough to be tried out in an afternoon.",
    ],
    example:
      "Noor packages a driver. Today she waits two days for a test machine; afterwards she runs one command and has it in ten minutes.",
  },
  roles: {
    points: [
      "Each role with what it may do and what it has to do, and who holds it.",
      "Roles that are still to be defined, and who defines them by when.",
      "Who steps in when somebody is away.",
    ],
    example:
      "Operator (defined): @pavel, @imani. On-call (to be defined by the operators before the first host goes live).",
  },
  risks: {
    points: [
      "The two or three things most likely to go wrong, and how one would notice.",
      "What it would cost others: work, money, the project's name.",
      "How it ends if it has to: who switches it off, and what becomes of the data.",
    ],
    example:
      "Nobody has time after May. Then the machines go back to the rack's owner, and the images stay where they are built today.",
  },
  links: {
    points: [
      "Slides, code, earlier threads and minutes, each with a word on why one should read it.",
      "Only what helps to decide. Files that belong to it go under Materials.",
    ],
    example: "[Minutes of 12 May](https://example.org/minutes): where the name was first discussed.",
  },
};
