interface Props {
  path: string;
  all: number;
  open: number;
  onlyOpen: boolean;
}

/** All questions, or those that wait for an answer. */
export function ShowLinks({ path, all, open, onlyOpen }: Props) {
  if (all === 0) return null;
  return (
    <nav className="q-show" aria-label="Which questions">
      <a href={path} aria-current={onlyOpen ? undefined : "true"}>
        All {all}
      </a>{" "}
      <a href={`${path}?show=open`} aria-current={onlyOpen ? "true" : undefined}>
        Open {open}
      </a>
    </nav>
  );
}
