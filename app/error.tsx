"use client";

/** What a broken page shows where JavaScript runs; without it, the server answers with a page of its own. */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <article className="page narrow">
      <h1>This page could not be made</h1>
      <p>
        It is our fault, not yours, and nothing that was confirmed is lost. What you typed is still in your
        browser.
      </p>
      <button type="button" className="btn primary" onClick={reset}>
        Try again
      </button>
    </article>
  );
}
