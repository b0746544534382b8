"use client";
import { useEffect, useRef, useState } from "react";

interface Similar {
  number: number;
  title: string;
  status: string;
}

const shortestTitle = 8;
const pauseMs = 400;

/**
 * Under the title of a proposal's form: what exists already under a title like it, found once the typing pauses. Without
 * JavaScript nothing is here, and the page of the saved draft shows the same.
 */
export function SimilarTitles({ except }: { except?: number }) {
  const place = useRef<HTMLDivElement>(null);
  const [found, show] = useState<Similar[]>([]);
  useEffect(() => {
    const title = place.current?.closest("form")?.elements.namedItem("title");
    if (!(title instanceof HTMLInputElement)) return;
    return lookWhileTyping(title, { except, show });
  }, [except]);
  return (
    <div className="similar" aria-live="polite" ref={place}>
      {found.length > 0 && (
        <>
          <p>This may exist already (opens in a new tab):</p>
          <ul>
            {found.map(({ number, title, status }) => (
              <li key={number}>
                <a href={`/proposals/${number}`} target="_blank" rel="noreferrer">
                  #{number} <span dir="auto">{title}</span>
                </a>{" "}
                <span className="meta">{status}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

interface Look {
  except?: number;
  show: (found: Similar[]) => void;
}

/** Asks the portal after each pause, and once for what stands there already; an older answer never follows a newer one. */
function lookWhileTyping(input: HTMLInputElement, { except, show }: Look): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking = new AbortController();
  const look = async () => {
    asking.abort();
    asking = new AbortController();
    const title = input.value.trim();
    if (title.length < shortestTitle) return show([]);
    const found = await ask(title, except, asking.signal);
    if (found) show(found);
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(look, pauseMs);
  };
  input.addEventListener("input", later);
  if (input.value !== input.defaultValue || !except) later();
  return () => {
    clearTimeout(timer);
    asking.abort();
    input.removeEventListener("input", later);
  };
}

/** Nothing where the network fails or somebody typed on: this only helps, and never stands in the way. */
async function ask(
  title: string,
  except: number | undefined,
  signal: AbortSignal,
): Promise<Similar[] | undefined> {
  try {
    const query = new URLSearchParams({ title, ...(except && { except: String(except) }) });
    const answer = await fetch(`/proposals/similar?${query}`, { signal });
    if (!answer.ok) return undefined;
    const { proposals }: { proposals: Similar[] } = await answer.json();
    return proposals;
  } catch {
    return undefined;
  }
}
