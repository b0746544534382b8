import { Fragment } from "react";

interface Props {
  people: readonly { handle: string; name: string }[];
  /** What is said where nobody is there. */
  none: string;
}

/** Names in a sentence, each leading to its page: "Ada, Bea and Cy". */
export function PeopleLinks({ people, none }: Props) {
  if (people.length === 0) return none;
  return people.map(({ handle, name }, place) => (
    <Fragment key={handle}>
      {place > 0 && (place === people.length - 1 ? " and " : ", ")}
      <a href={`/people/${handle}`}>{name}</a>
    </Fragment>
  ));
}
