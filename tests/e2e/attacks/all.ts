import { accountService } from "./account-service";
import type { Kind } from "./attack";
import { elsewhere } from "./elsewhere";
import { files } from "./files";
import { floods } from "./floods";
import { forged } from "./forged";
import { http } from "./http";
import { inBrowser } from "./in-browser";
import { injection } from "./injection";
import { longTexts } from "./long-texts";
import { notPublic } from "./not-public";
import { outside } from "./outside";
import { rights } from "./rights";
import { sessions } from "./sessions";
import { signInLinks } from "./sign-in-links";
import { silence } from "./silence";
import { tokens } from "./tokens";
import { traversal } from "./traversal";
import { values } from "./values";

/** What is sent to the portal with the demo's story, in the order of docs/attacks.md. */
export const atTheDemo: readonly Kind[] = [
  { title: "Injection", file: "injection.ts", attacks: injection },
  { title: "Values that are none", file: "values.ts", attacks: values },
  { title: "Paths to files", file: "traversal.ts", attacks: traversal },
  { title: "Sessions", file: "sessions.ts", attacks: sessions },
  { title: "Links of mails", file: "sign-in-links.ts", attacks: signInLinks },
  { title: "Requests from elsewhere", file: "elsewhere.ts", attacks: elsewhere },
  { title: "In somebody's browser", file: "in-browser.ts", attacks: inBrowser },
  { title: "What is somebody else's", file: "rights.ts", attacks: rights },
  { title: "What is not for everybody", file: "not-public.ts", attacks: notPublic },
  { title: "Tokens", file: "tokens.ts", attacks: tokens },
  { title: "What may not be known", file: "silence.ts", attacks: silence },
  { title: "HTTP itself: splitting and smuggling", file: "http.ts", attacks: http },
  { title: "Forged names, and ways to another site", file: "forged.ts", attacks: forged },
  { title: "Files", file: "files.ts", attacks: files },
  { title: "Long texts", file: "long-texts.ts", attacks: longTexts },
  { title: "Too much, too slowly, too often", file: "floods.ts", attacks: floods },
  { title: "Requests that the portal sends", file: "outside.ts", attacks: outside },
];

/** What is sent to a portal whose people come by a real OpenID provider (tests/e2e/sign-in.spec.ts). */
export const atAnAccountService: Kind = {
  title: "Sign-in by an account service",
  file: "account-service.ts",
  attacks: accountService,
};

/** Every attack. */
export const kinds: readonly Kind[] = [...atTheDemo, atAnAccountService];
