export interface Tab {
  href: string;
  label: string;
  /** A text where it is not exact: "1,000+". */
  count?: number | string;
  current?: boolean;
}

/** Parts of one thing, each with an address: links, not script. */
export function Tabs({ label, items }: { label: string; items: Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {items.map((item) => (
        <a key={item.href} href={item.href} aria-current={item.current ? "page" : undefined}>
          {item.label}
          {item.count !== undefined && <span className="count"> {item.count}</span>}
        </a>
      ))}
    </nav>
  );
}
