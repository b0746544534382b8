/** What a reader gets where no page can be made. It needs no database, no script and no file. */
export interface Failure {
  status: 400 | 403 | 405 | 408 | 413 | 414 | 429 | 431 | 500 | 503;
  title: string;
  text: string;
  /** When it is worth trying again. */
  retryAfterSeconds?: number;
}

export const databaseGone: Failure = {
  status: 503,
  title: "The database does not answer",
  text: "The portal itself runs. What you typed is in your browser: go back and send it again in a minute.",
};

export const tooMuch: Failure = {
  status: 413,
  title: "This is too large",
  text: "A form may have 5 MB, and a file 10 MB. What you typed is in your browser: go back, shorten it, or put the file where it can stay and add a link to it.",
};

export const longAddress: Failure = {
  status: 414,
  title: "This address is too long",
  text: "An address of the portal may have 8,000 characters. Go back, and search or filter for less at once.",
};

export const manyHeaders: Failure = {
  status: 431,
  title: "This request says too much about itself",
  text: "A request may have 100 headers. Delete the cookies of this site in your browser, and try again.",
};

export const tooSlowToArrive: Failure = {
  status: 408,
  title: "This took too long to arrive",
  text: "The connection was too slow for what was to be sent, or broke off. Nothing was done. What you typed is in your browser: go back and send it again, without a file if there was one.",
};

export const tooSlow: Failure = {
  status: 503,
  title: "This took too long",
  text: "The portal is busy, or this asks for more at once than it can find in time; it was stopped, and nothing was changed. What you typed is in your browser: go back and try again in a minute, or ask for less.",
  retryAfterSeconds: 10,
};

/** RFC 9112, 3.2: of two names one would be believed by a proxy and the other here. */
export const twoHosts: Failure = {
  status: 400,
  title: "This request says twice where it goes",
  text: "A request names one host. Send it again with one.",
};

export const noSuchMethod: Failure = {
  status: 405,
  title: "Nothing here is done that way",
  text: "Pages and files are read with GET, and forms are sent with POST.",
};

/** What another site, or the portal under another address, sent with a reader's session. */
export function notFromHere(origin: string): Failure {
  return {
    status: 403,
    title: "This did not come from the portal’s own pages",
    text: `Nothing was done. What changes something here has to be sent from a page at ${origin}: open the portal at that address, and do it there. What you typed is in your browser: go back and copy it. A program sends a token instead of a browser’s cookies.`,
  };
}

/** For whoever asks quicker than anybody reads. */
export function tooOften(seconds: number): Failure {
  return {
    status: 429,
    title: "That was more than one reader needs",
    text: `So many requests came from you, or from your network, that others would have to wait. Go on in ${seconds} seconds. What you typed is in your browser: go back, wait so long, and send it again.`,
    retryAfterSeconds: seconds,
  };
}

export const broken: Failure = {
  status: 500,
  title: "Something broke on our side",
  text: "This page could not be made, and what happened was written to the portal's log. What you typed is in your browser: go back and try again, or look around from the start page.",
};

/** RFC 9457. */
export function asProblem({ status, title, text }: Failure, request?: string): string {
  return JSON.stringify({ type: "about:blank", title, status, detail: text, ...(request && { request }) });
}

/** With what the log calls the request, whoever reports it spares others a search. */
export function asPage({ title, text }: Failure, nonce: string, request?: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Streamboard</title>
<style nonce="${nonce}">
:root { color-scheme: light dark; --ink: #1c1a17; --paper: #fdfcf9; --link: #262577; }
@media (prefers-color-scheme: dark) { :root { --ink: #ece9e2; --paper: #161513; --link: #b9b8f7; } }
body { margin: 0; overflow-wrap: anywhere; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 system-ui, sans-serif; }
main { max-width: 36rem; margin: 0 auto; padding: clamp(2rem, 12vh, 8rem) 1.25rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 1rem; text-wrap: balance; }
a { color: var(--link); display: inline-block; padding: 0.25rem 0; }
</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${text}</p>${request ? `\n<p>Whoever looks after the portal finds it in the log as <code>${request}</code>.</p>` : ""}
<p><a href="/">Streamboard’s start page</a></p>
</main>
</body>
</html>
`;
}
