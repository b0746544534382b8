interface Props {
  href: string;
  /** What a feed reader calls it. */
  title: string;
  type?: "application/atom+xml" | "text/calendar";
  children: string;
}

/** A feed that goes with a page: a link to read, and one in the page's head that feed readers find by themselves. */
export function FeedLink({ href, title, type = "application/atom+xml", children }: Props) {
  return (
    <>
      <link rel="alternate" type={type} title={title} href={href} />
      <a href={href}>{children}</a>
    </>
  );
}
