/** What stands in an example for a parameter of a path of which this portal has nothing yet. */
export const ofParameter: Readonly<Record<string, string>> = {
  date: "2030-01-09",
  key: "stream-east",
  handle: "ada",
  capability: "dns",
  copy: "0123456789",
  session: "1",
  step: "quota",
};

/** A telling value for a field of that name: one that the field takes, and that shows how it is written. */
export const ofField: Readonly<Record<string, unknown>> = {
  affected: ["dns"],
  body: "board",
  base64: "SGVsbG8uCg==",
  criterion: "Two people can change a zone",
  date: "2030-01-09",
  decidedOn: "2021-10-13",
  handle: "ada",
  key: "board",
  list: "alpha.example.org",
  markdown: "It runs in **two** halls.",
  meeting: "2030-01-09",
  minutes: "10 + 10",
  newDate: "2030-01-16",
  note: "The figures of the second hall were added.",
  number: 1,
  of: "board",
  operators: "operators",
  other: "#63",
  owner: "infra",
  part: "T-2",
  quarter: "2030Q1",
  reach: "#centos-devel",
  reason: "It waits for the new mirrors.",
  response: "The second hall has power of its own now.",
  rule: "FREQ=MONTHLY;BYDAY=2WE",
  seen: "1,2",
  startsAtTime: "20:00",
  target: "minutes",
  text: "Who keeps the second hall running?",
  time: "20:00",
  timeZone: "Europe/Berlin",
  title: "A second hall for the region",
  url: "https://example.org/slides.pdf",
  why: "The count of votes was wrong.",
  words: "reverse dns",
};

const onCall = {
  name: "On call",
  purpose: "Somebody answers at night.",
  duties: "Takes the pager for a week.",
};

/** Where the names of the fields say too little: what is sent beside, by the operation. */
export const ofOperation: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "GET /proposals/similar": { title: "A second hall for the region" },
  "GET /search": { q: "region" },
  "POST /proposals/{number}/endorsements/{endorsement}/withdraw": {
    reason: "Another director knows it better.",
  },
  "POST /proposals/{number}/materials/files": { file: { name: "figures.txt", base64: "SGVsbG8uCg==" } },
  "POST /proposals/{number}/questions/{question}/answer": { markdown: "Two people of the SIG." },
  "POST /tickets/{number}/questions/{question}/answer": { markdown: "Two people of the SIG." },
  "POST /meetings/{date}/minutes/amend": { text: "Five directors were there, not four." },
  "POST /tickets/changes": { priority: "high" },
  "POST /bundles": { tickets: [1, 2] },
  "POST /regions/{key}/capabilities/{capability}/evidence": { link: "https://example.org/zone" },
  "POST /regions/{key}/capabilities/{capability}/evidence/files": {
    file: { name: "zone.txt", base64: "SGVsbG8uCg==" },
  },
  "POST /regions/{key}/{move}": { reason: "The board decided so in its meeting." },
  "POST /regions/{key}/onboarding/{move}": { url: "https://example.org/come-in" },
  "POST /regions/{key}/incidents/{incident}/{move}": { reason: "A cable was replaced." },
  "POST /regions/{key}/roles": onCall,
  "PUT /region-roles/{roleId}": onCall,
  "POST /regions/{key}/workloads": { name: "Nightly builds", project: "The kernel's tests" },
  "POST /people/{handle}/roles/past": { since: "2019-01-01", until: "2021-06-30" },
};

/** A move that can be named in a path that takes several. */
export const moveOf: Readonly<Record<string, string>> = {
  "/tickets/{number}/{move}": "accept",
  "/regions/{key}/{move}": "approve",
  "/regions/{key}/onboarding/{move}": "open",
  "/workloads/{workloadId}/{move}": "start",
};
