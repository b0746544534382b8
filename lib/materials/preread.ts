/** Somebody has read the text (no material) or a material, as it was at a revision. */
export interface Mark {
  personId: number;
  name: string;
  revision: number;
  markedAt: string;
}

export interface Reader {
  id: number;
  name: string;
}

/** What is read, as it is now. */
export interface ReadThing {
  revision: number;
  /** When it was last said to have changed, whatever it was pinned to afterwards. */
  changedAt: string | null;
}

export interface WhoRead {
  /** Directors, and of them those who have read it. */
  directors: number;
  read: string[];
  /** Read, but not as it is now: "Ada (revision 2)". */
  earlier: string[];
  notYet: string[];
  /** Officers without a vote, who read along. */
  along: string[];
}

/** Whether a mark speaks of what is there now. */
export function isCurrent(mark: Pick<Mark, "revision" | "markedAt">, thing: ReadThing): boolean {
  const changedSince = thing.changedAt !== null && new Date(thing.changedAt) > new Date(mark.markedAt);
  return mark.revision >= thing.revision && !changedSince;
}

/** Who of the directors has read a thing, who has read an earlier state of it, and who has not. */
export function whoRead(directors: readonly Reader[], marks: readonly Mark[], thing: ReadThing): WhoRead {
  const byPerson = new Map(marks.map((mark) => [mark.personId, mark]));
  const found: WhoRead = { directors: directors.length, read: [], earlier: [], notYet: [], along: [] };
  for (const { id, name } of directors) {
    const mark = byPerson.get(id);
    byPerson.delete(id);
    if (!mark) found.notYet.push(name);
    else if (isCurrent(mark, thing)) found.read.push(name);
    else found.earlier.push(`${name} (revision ${mark.revision})`);
  }
  for (const mark of byPerson.values()) if (isCurrent(mark, thing)) found.along.push(mark.name);
  return found;
}

/** What a reader can do with their own mark. */
export function ownMark(
  personId: number | null,
  marks: readonly Mark[],
  thing: ReadThing,
): "none" | "earlier" | "current" {
  const mark = marks.find((each) => each.personId === personId);
  if (!mark) return "none";
  return isCurrent(mark, thing) ? "current" : "earlier";
}
