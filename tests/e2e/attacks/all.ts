import type { Kind } from "./attack";
import { elsewhere } from "./elsewhere";
import { files } from "./files";
import { floods } from "./floods";
import { http } from "./http";
import { inBrowser } from "./in-browser";
import { injection } from "./injection";
import { longTexts } from "./long-texts";
import { outside } from "./outside";
import { rights } from "./rights";
import { sessions } from "./sessions";
import { silence } from "./silence";
import { tokens } from "./tokens";
import { traversal } from "./traversal";

/** Every attack, in the order of docs/attacks.md. */
export const kinds: readonly Kind[] = [
  { title: "Injection, and values that are none", file: "injection.ts", attacks: injection },
  { title: "Paths to files", file: "traversal.ts", attacks: traversal },
  { title: "Sessions", file: "sessions.ts", attacks: sessions },
  { title: "Requests from elsewhere", file: "elsewhere.ts", attacks: elsewhere },
  { title: "In somebody's browser", file: "in-browser.ts", attacks: inBrowser },
  { title: "What is somebody else's", file: "rights.ts", attacks: rights },
  { title: "Tokens", file: "tokens.ts", attacks: tokens },
  { title: "What may not be known", file: "silence.ts", attacks: silence },
  { title: "HTTP itself: splitting, smuggling, forged names", file: "http.ts", attacks: http },
  { title: "Files", file: "files.ts", attacks: files },
  { title: "Long texts", file: "long-texts.ts", attacks: longTexts },
  { title: "Too much, too slowly, too often", file: "floods.ts", attacks: floods },
  { title: "Requests that the portal sends", file: "outside.ts", attacks: outside },
];
