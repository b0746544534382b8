import type { IconName } from "./icon-names";

export interface IconProps {
  name: IconName;
  /** Only where no words stand beside it. */
  label?: string;
}

/**
 * One lucide icon out of public/icons.svg. lucide's own components are client components: each would cost script
 * and half a kilobyte of HTML and payload, this one costs a line.
 */
export function Icon({ name, label }: IconProps) {
  const drawing = <use href={`/icons.svg#${name}`} />;
  if (!label) {
    return (
      <svg className="i" aria-hidden="true">
        {drawing}
      </svg>
    );
  }
  return (
    <svg className="i" role="img" aria-label={label}>
      {drawing}
    </svg>
  );
}
