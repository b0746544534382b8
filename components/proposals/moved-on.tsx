import { movedOn } from "@/lib/proposals/moved-on";

export interface MovedOnProps {
  proposal: number;
  /** The revision that was spoken about; null where nobody knows. */
  spoke: number | null;
  /** The proposal's revision now. */
  current: number;
}

/** "About revision 2; the text has changed since. See what changed." Nothing where the text is still the same. */
export function MovedOn({ proposal, spoke, current }: MovedOnProps) {
  const moved = movedOn(proposal, spoke, current);
  if (!moved) return null;
  return (
    <p className="moved-on">
      {moved.text} <a href={moved.href}>{moved.link}</a>
    </p>
  );
}
