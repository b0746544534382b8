import type { Writing } from "./proposal-deeds";

/** What Noor asks for. Ask 1 is told better in the second revision, after the board asked whose region it is. */
const asks = [
  {
    kind: "board_decision",
    text: "Say whether the region may carry the project’s name, and under which SIG it lives.",
    rationale: "Without the name a partner signs nothing; without a SIG nobody is there next spring.",
    owner: "board",
    size: "hours",
    acceptanceTest: "The published minutes name the SIG and allow the name.",
  },
  {
    kind: "infra_request",
    text: "Give us a project on the shared cluster, where the images of the region are built and tested.",
    rationale: "So that the images are made where everybody can look, and not on my laptop.",
    owner: "infra",
    size: "hours",
    acceptanceTest: "Each admin can sign in, and a pipeline has built one image.",
  },
  {
    kind: "infra_request",
    text: "Six hosts in the community cage, with management controllers that we can reach.",
    rationale: "Five carry the region when all is well, and the sixth while one is being rebuilt.",
    owner: "infra",
    size: "weeks",
    acceptanceTest: "The inventory lists all six, and somebody outside infra has restarted one.",
  },
  {
    kind: "infra_request",
    text: "Two names: one for the API, and a wildcard for the applications.",
    owner: "infra",
    size: "hours",
    acceptanceTest: "A resolver on somebody’s home network gives both.",
  },
  {
    kind: "sig_work",
    text: "Write the kickstart that turns a bare host into a Stream host, and keep it working.",
    owner: "sig-cloud",
    size: "weeks",
    acceptanceTest: "The same host was rebuilt twice, without hands on its keyboard.",
  },
  {
    kind: "external",
    text: "The hosting partner racks and cables the machines.",
    owner: "@noor",
    size: "days",
    acceptanceTest: "A photo of the rack, and six green lights.",
  },
  {
    kind: "inform",
    text: "Tell the developers’ list before the first workload moves in.",
    owner: "@noor",
    acceptanceTest: "The mail is in the archive.",
  },
] as const;

const sections = {
  why: `The community cloud has two regions today. Both run on hosts whose operating system is **older than what we
build**. So the people who make Stream never hold the pager for it, and whoever runs the cloud never sees a change
coming.

Of the board we want two things: that the region may carry the project’s name, and that a SIG stands behind it.
Without the name, partners treat it as somebody’s hobby, and they are right.`,
  how: `Tomas and I wrote this together. The Cloud SIG would own it; six people have said that they will take a week
of duty each. We want to be open to users four months after the hosts arrive:

1. hosts, network and names (six weeks)
2. the cluster, with single sign-on (four weeks)
3. one real workload, moved by its own team (four weeks)
4. two weeks in which nothing new happens, on purpose`,
  builds_on: `- the deployment files of the two regions that exist: everything stays the same but the hosts
- the kickstart that the Cloud SIG uses for its test machines
- a promise of rack space from the hosting partner, for two years`,
  example: `Jules maintains a notebook service that forty students use. Today a kernel change reaches it half a year
after it was made, and then nobody remembers why. In the new region Jules sees the change **the week it lands**, says
what broke, and the person who made it is on the same list.`,
  roles: `| Role | Who | Still open |
|---|---|---|
| Owner | Cloud SIG | |
| Operators | Wren, and one more | **the second person** |
| First tenant | the notebook service | a date |
| Pager, first month | | **everybody asks, nobody has said yes** |`,
  risks: `If the partner leaves, we have 90 days to move out; backups live elsewhere from the first day. If nobody
wants to be on duty any more, we close the region in the open: tenants are told, then helped to move, then it ends.`,
  links: `- Slides, being finished: <https://slides.example.org/stream-region>
- The deployment files: <https://git.example.org/community-cloud/regions>`,
};

const title = "A production region whose hosts run CentOS Stream";

export const firstWriting: Writing = {
  title,
  summary:
    "A third region of the community cloud, the same as the other two in everything but one: its hosts run CentOS Stream. Those who build Stream would operate it too, and hear about a mistake the week it is made.",
  sig: "sig-cloud",
  sections,
  asks: [...asks],
};

export const secondWriting: Writing = {
  ...firstWriting,
  sections: {
    ...sections,
    why: `${sections.why}

**After the first meeting:** the board’s involvement ends with the name and the SIG. We do not ask it to run anything,
nor to pay for anything; what we need beyond that are requests to the infra team, and they are listed one by one.`,
  },
};

export const firstOutline = {
  what: "A third region of the community cloud. **One thing is new:** its hosts run CentOS Stream.",
  asked: "The name, and a SIG that stands behind it. Without them the partner signs nothing.",
  who: "The Cloud SIG, six people on duty in turns; Wren operates.",
  next: "If the board says yes, the hosts are ordered the week after.",
};

export const secondOutline = {
  ...firstOutline,
  asked: "Say what has to be decided **here**, and what may go straight to the infra team.",
  next: "A list of tickets, each with somebody’s name on it.",
};
