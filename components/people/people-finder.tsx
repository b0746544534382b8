import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";

interface Named {
  handle: string;
  name: string;
}

interface Props<Person extends Named> {
  /** The page that it stands on, below which each person has one. */
  path: "/people" | "/admin/people";
  /** What is looked through: "Name or handle". */
  through: string;
  words: string;
  found: { people: readonly Person[]; next: string | undefined };
  /** What stands under the name. */
  children: (person: Person) => ReactNode;
}

/** People to look through, a part at a time. */
export function PeopleFinder<Person extends Named>({ path, through, words, found, children }: Props<Person>) {
  const { people, next } = found;
  return (
    <>
      <search>
        <form className="form">
          <label htmlFor="people-q">{through}</label>
          <div className="actions">
            <input className="input" id="people-q" type="search" dir="auto" name="q" defaultValue={words} />
            <Button type="submit">Search</Button>
            {words && <a href={path}>Show all</a>}
          </div>
        </form>
      </search>
      {people.length > 0 ? (
        <ul className="lines" data-list>
          {people.map((person) => (
            <li key={person.handle}>
              <a className="line-title" href={`${path}/${encodeURIComponent(person.handle)}`}>
                <span dir="auto">{person.name}</span> <span className="no">@{person.handle}</span>
              </a>
              {children(person)}
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState title="Nobody is called that." />
      )}
      <Pager
        olderHref={next && `${path}?${new URLSearchParams({ q: words, after: next })}`}
        older="More people"
      />
    </>
  );
}

export type PeopleSearch = Partial<Record<"q" | "after", string | string[]>>;

/** What a page was asked to look for. */
export function readPeopleSearch({ q, after }: PeopleSearch): { q: string; after: string } {
  const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : "");
  return { q: one(q), after: one(after) };
}
