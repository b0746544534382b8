import type { Kind } from "./attack";
import { elsewhere } from "./elsewhere";
import { http } from "./http";
import { injection } from "./injection";
import { sessions } from "./sessions";
import { traversal } from "./traversal";

/** Every attack, in the order of docs/attacks.md. */
export const kinds: readonly Kind[] = [
  { title: "Injection, and values that are none", file: "injection.ts", attacks: injection },
  { title: "Paths to files", file: "traversal.ts", attacks: traversal },
  { title: "Sessions", file: "sessions.ts", attacks: sessions },
  { title: "Requests from elsewhere", file: "elsewhere.ts", attacks: elsewhere },
  { title: "HTTP itself: splitting, smuggling, forged names", file: "http.ts", attacks: http },
];
