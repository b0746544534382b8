import type { Answer, Attack } from "./attack";

/** An answer without what differs from one request to the next anyway. */
function bare({ status, head, body }: Answer, number: number): string {
  const plain = `${head}\n${body}`
    .replaceAll(/nonce[-=]["']?[\w+/=]+/g, "nonce")
    .replaceAll(/^(date|etag|content-length|x-request-id): .*/gm, "")
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "uuid")
    .replaceAll(String(number), "N");
  return `${status} ${plain}`;
}

export const silence: readonly Attack[] = [
  {
    tried:
      "The words of a title that is for the board only, in every search, list, feed and file that takes or gives words",
    send: async (portal) => {
      // In another order: a page shows what was asked for.
      const words = portal.executiveTitles.map((title) =>
        encodeURIComponent(title.split(" ").reverse().join(" ")),
      );
      const asked = words.flatMap((title) => [
        `/search?q=${title}`,
        `/proposals?q=${title}`,
        `/tickets?q=${title}`,
        `/decisions?q=${title}`,
        `/proposals/similar?title=${title}`,
        `/api/v1/search?q=${title}`,
        `/api/v1/proposals?q=${title}`,
      ]);
      const given = [
        "/api/v1/export",
        "/proposals.atom",
        "/decisions.atom",
        "/tickets.atom",
        "/meetings.ics",
        "/region.atom",
        "/meetings/calendar.ics",
        "/proposals/export.csv",
        "/meetings",
        "/",
      ];
      return [
        ...(await portal.askEach(asked)),
        ...(await portal.askEach(given)),
        ...(await portal.askEach(given, { as: "noor" })),
      ];
    },
    back: [200, ""],
    also: {
      "There is such a title, and none of these says it but as the words that were asked for.": (
        portal,
        answers,
      ) =>
        portal.executiveTitles.length > 0 &&
        answers.every(({ body }) => !body.includes("terms-of-a-hosting")),
    },
  },
  {
    tried:
      "Agendas and minutes of the meeting that has it, in all their files, as nobody and as a contributor",
    send: async (portal) => {
      const date = await portal.value<string>(
        `SELECT m."date"::text FROM "Meeting" m JOIN "AgendaItem" i ON i."meetingId" = m."id" WHERE i."visibility" = 'executive' LIMIT 1`,
      );
      const files = ["", "/agenda.md", "/agenda.txt", "/agenda.json", "/agenda.ics", "/preread.md"].map(
        (file) => `/meetings/${date}${file}`,
      );
      return [...(await portal.askEach(files)), ...(await portal.askEach(files, { as: "noor" }))];
    },
    back: [200, ""],
  },
  {
    tried: "A proposal for the board only against one that is not there: does the answer differ?",
    send: async (portal) => {
      const number = await portal.executive();
      return [
        await portal.ask(`/api/v1/proposals/${number}`, { token: await portal.tokenOf("noor") }),
        await portal.ask("/api/v1/proposals/4711", { token: await portal.tokenOf("noor") }),
      ];
    },
    back: [404, "There is no such proposal, or it is not public."],
    also: {
      "But for the number, both are the same letter by letter.": async (portal, [one, other]) =>
        one !== undefined && other !== undefined && bare(one, await portal.executive()) === bare(other, 4711),
    },
  },
  {
    tried: "The same by the clock: sixty answers of each, in turn",
    send: async (portal) => {
      const [token, number] = [await portal.tokenOf("noor"), await portal.executive()];
      const times: Record<string, number[]> = { hidden: [], absent: [] };
      const answers: Answer[] = [];
      for (let turn = 0; turn < 60; turn += 1) {
        for (const [name, path] of [
          ["hidden", number],
          ["absent", 4711],
        ] as const) {
          const began = performance.now();
          answers.push(await portal.ask(`/api/v1/proposals/${path}`, { token }));
          times[name]?.push(performance.now() - began);
        }
      }
      const median = (all: number[] = []) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 1;
      const ratio = median(times.hidden) / median(times.absent);
      return [
        ...answers,
        {
          status: "measured" as const,
          head: "",
          body: ratio > 0.5 && ratio < 2 ? "within a factor of two" : `a factor of ${ratio}`,
        },
      ];
    },
    back: [
      ...Array.from({ length: 120 }, () => [404, "There is no such proposal, or it is not public."] as const),
      ["measured", "within a factor of two"],
    ],
  },
  {
    tried:
      "Conditions and methods by which a cache would say that something is there: If-None-Match, If-Modified-Since, HEAD, a range",
    send: async (portal) => {
      const path = `/api/v1/proposals/${await portal.executive()}`;
      const token = await portal.tokenOf("noor");
      const ways: Record<string, string>[] = [
        { "if-none-match": "*" },
        { "if-modified-since": "Thu, 01 Jan 2099 00:00:00 GMT" },
        { range: "bytes=0-1" },
        { "if-match": "*" },
      ];
      return [
        ...(await Promise.all(ways.map((headers) => portal.ask(path, { token, headers })))),
        await portal.ask(path, { token, method: "HEAD" }),
      ];
    },
    back: [404, ""],
    also: {
      "No answer has a tag.": (_portal, answers) => answers.every(({ head }) => !/^etag:/m.test(head)),
    },
  },
  {
    tried: "Addresses by which operators look into a server, through a proxy: metrics, status, debugging",
    send: (portal) =>
      portal.askEach(
        ["/metrics", "/server-status", "/debug", "/actuator/health", "/_debug", "/phpinfo.php"],
        {
          headers: { "x-forwarded-for": "203.0.113.9" },
        },
      ),
    back: [404, ""],
  },
  {
    tried:
      "Numbers of people by their handles: one that there is, and one that there is not, at the sign-in by mail",
    send: (portal) =>
      portal.askEach([
        "/api/v1/people/nobody-here",
        "/api/v1/people/%F0%9F%92%A9",
        "/api/v1/people/noor/account",
      ]),
    back: [
      [404, '"code":"not_found"'],
      [404, '"code":"not_found"'],
      [401, '"code":"signed_out"'],
    ],
  },
  {
    tried: "What the description of the API and a person's page say of addresses for mail",
    send: (portal) => portal.askEach(["/api/v1/people/noor", "/people/noor", "/api/v1/openapi.json"]),
    back: [200, ""],
    also: {
      "No answer has an address for mail of anybody.": (_portal, answers) =>
        answers.slice(0, 2).every(({ body }) => !/[\w.]+@[\w]+\.(org|com|net)/.test(body)),
    },
  },
];
