import type { ReactNode } from "react";
import { Icon } from "./icon";
import type { IconName } from "./icon-names";

export type NoteTone = "info" | "warn" | "error" | "good";

const icons: Record<NoteTone, { name: IconName; label: string }> = {
  info: { name: "info", label: "Note" },
  warn: { name: "triangle-alert", label: "Warning" },
  error: { name: "octagon-alert", label: "Error" },
  good: { name: "circle-check", label: "Done" },
};

export interface NoteProps {
  tone: NoteTone;
  title?: string;
  children?: ReactNode;
}

export function Note({ tone, title, children }: NoteProps) {
  return (
    <div className={`note n-${tone}`}>
      <Icon {...icons[tone]} />
      <div>
        {title && <p className="note-title">{title}</p>}
        {children}
      </div>
    </div>
  );
}
