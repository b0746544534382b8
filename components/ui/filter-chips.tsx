import { Icon } from "./icon";

interface Props {
  parts: readonly { label: string; href: string }[];
  /** The list without any of them. */
  clearHref: string;
}

/** What a list is filtered by, each condition a link that takes it away. */
export function FilterChips({ parts, clearHref }: Props) {
  if (parts.length === 0) return null;
  return (
    <ul className="chips" aria-label="Filtered by">
      {parts.map(({ label, href }) => (
        <li key={label}>
          <a className="chip" href={href}>
            <span dir="auto">{label}</span> <Icon name="x" label="remove this filter" />
          </a>
        </li>
      ))}
      {parts.length > 1 && (
        <li>
          <a href={clearHref}>Remove all</a>
        </li>
      )}
    </ul>
  );
}
