/** What to say beside something that was said about an earlier text of a proposal. */
export interface MovedOn {
  /** "About revision 2; the text has changed since." */
  text: string;
  /** The difference between the text spoken about and the present one. */
  href: string;
  link: string;
}

/**
 * What was said about revision `spoke` of a proposal whose text is now revision `current`; null where the text is still
 * the same, and where nobody knows which text was spoken about (drafts have no revision, 0).
 */
export function movedOn(proposal: number, spoke: number | null, current: number): MovedOn | null {
  if (!spoke || spoke >= current) return null;
  return {
    text: `About revision ${spoke}; the text has changed since.`,
    href: compareHref(proposal, spoke, current),
    link: current - spoke === 1 ? "See what changed" : `See what changed up to revision ${current}`,
  };
}

export function revisionsHref(proposal: number): string {
  return `/proposals/${proposal}/revisions`;
}

export function revisionHref(proposal: number, revision: number): string {
  return `${revisionsHref(proposal)}/${revision}`;
}

/** The page that shows what changed between two revisions of a proposal. */
export function compareHref(proposal: number, from: number, to: number): string {
  return `${revisionsHref(proposal)}/compare?from=${from}&to=${to}`;
}
