import { renderMarkdown } from "@/lib/discussion/markdown";
import { plainText } from "@/lib/discussion/plain-text";
import { referencesIn } from "@/lib/discussion/references";
import { cleanFileName } from "@/lib/materials/file-name";
import { markupAtStart } from "@/lib/materials/file-shape";
import { dueDateFinder } from "@/lib/meetings/due-words";
import { readLine } from "@/lib/meetings/line-syntax";
import { holdsPrivateKey } from "@/lib/private-keys";
import { readHosts } from "@/lib/region/host-list";
import { type Answer, type Attack, told } from "./attack";

// A text of four times the length may take four times as long. What goes through a text again for each of its letters
// takes sixteen times: never the seconds are compared, but how they grow.

const findDate = dueDateFinder(new Date("2026-12-09T12:00:00Z"), "UTC");
const grows = 4;
const bound = 9;
const tries = 5;

function fastest(read: (text: string) => unknown, text: string): number {
  const times = Array.from({ length: tries }, () => {
    const began = process.cpuUsage();
    read(text);
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

/** How the time grows with the text, for each of the texts that are said `many` times. */
function growth(read: (text: string) => unknown, texts: readonly string[], many: number): Answer[] {
  return texts.map((piece) => {
    read(piece.repeat(many)); // its code is compiled by then
    const [short, long] = [fastest(read, piece.repeat(many)), fastest(read, piece.repeat(many * grows))];
    const factor = long / Math.max(short, 5); // what is done in five milliseconds is too short to compare
    return told(
      "measured",
      factor < bound ? "grows with the length" : `${JSON.stringify(piece)}: a factor of ${factor.toFixed(1)}`,
    );
  });
}

const back = ["measured", "grows with the length"] as const;

export const longTexts: readonly Attack[] = [
  {
    tried: "Markdown of thousands of unclosed brackets, emphases, quotes, code, tables, links and entities",
    send: async () =>
      growth(
        renderMarkdown,
        [
          "[",
          "![",
          "*a_",
          "**a *b ",
          "`",
          "<",
          "&",
          "\\",
          "[a](",
          "[a][",
          "> ",
          "|a|\n|-|\n",
          "https://a.",
          "a@b.",
          "_",
          "~~",
          "- a\n",
        ],
        700,
      ),
    back,
  },
  {
    tried: "References and mentions without an end: #, @, T-, addresses of trackers",
    send: async () =>
      growth(
        referencesIn,
        ["#", "#1", "@", "@a", "T-", "T-1 ", "centos-infra#", "https://pagure.io/", "a.b-", "/proposals/1"],
        4_000,
      ),
    back,
  },
  {
    tried: "The text that is made of Markdown for mails and excerpts",
    send: async () => growth(plainText, ["[", "*a_", "> ", "`a", "<a ", "![a]("], 700),
    back,
  },
  {
    tried: "Names of files of a hundred thousand dots, spaces, marks and slashes",
    send: async () =>
      growth(
        (text) => cleanFileName(`a${text}b`),
        [".", " ", ". ", "\u202e", "/", "a.", "\u00ad ", "<"],
        25_000,
      ),
    back,
  },
  {
    tried: "The beginning of a file in comments and spaces that never end",
    send: async () =>
      growth((text) => markupAtStart(Buffer.from(text)), ["<!--", "<!-- -->", " ", "<?xml ", "\n<"], 2_000),
    back,
  },
  {
    tried: "What looks like the beginning of a private key, a thousand times",
    send: async () =>
      growth(holdsPrivateKey, ["-----BEGIN ", "-----BEGIN PRIVATE KEY-----", "-----", "-", "BEGIN "], 4_000),
    back,
  },
  {
    tried: "A list of hosts of commas, quotes and tabs",
    send: async () => growth(readHosts, [",", '"', "\t", "a,", "a\n", "' "], 2_000),
    back,
  },
  {
    tried: "Dates in words of a line of the minutes, as long as a line may be",
    send: async () =>
      growth(
        (text) => readLine(text, findDate),
        ["> @ada next ", "1 ", "friday ", "in 2 ", "2026-", "am "],
        25,
      ),
    back,
  },
  {
    tried:
      "Words of the search in each form that its language has, as long as the field takes them and longer",
    send: async (portal) =>
      Promise.all(
        ["a ", '"', "-a ", "or ", "a or ", "(", "é"].map((piece) =>
          portal.ask(
            `/search?q=${encodeURIComponent(piece.repeat(900)).slice(0, 7_000).replace(/%.?$/, "")}`,
          ),
        ),
      ),
    back: [200, "</html>"],
  },
];
