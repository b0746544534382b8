"use client";
import { type KeyboardEvent, useState } from "react";
import { Icon } from "../ui/icon";
import type { IconName } from "../ui/icon-names";
import type { MarkdownKind } from "./markdown-edit";

const tools: readonly { kind: MarkdownKind; icon: IconName; label: string; key?: string }[] = [
  { kind: "bold", icon: "bold", label: "Bold", key: "B" },
  { kind: "italic", icon: "italic", label: "Italic", key: "I" },
  { kind: "link", icon: "link", label: "Link", key: "K" },
  { kind: "heading", icon: "heading", label: "Heading" },
  { kind: "list", icon: "list", label: "List" },
  { kind: "quote", icon: "quote", label: "Quote" },
  { kind: "code", icon: "code", label: "Code" },
];

const moves: Record<string, ((place: number) => number) | undefined> = {
  ArrowRight: (place) => (place + 1) % tools.length,
  ArrowLeft: (place) => (place + tools.length - 1) % tools.length,
  Home: () => 0,
  End: () => tools.length - 1,
};

interface Props {
  /** The id of the text area. */
  controls: string;
  onUse: (kind: MarkdownKind) => void;
}

/** One stop of the Tab key; the arrows go from button to button. Not shown without JavaScript (writing.css). */
export function MarkdownTools({ controls, onUse }: Props) {
  const [place, setPlace] = useState(0);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const next = moves[event.key]?.(place);
    if (next === undefined) return;
    event.preventDefault();
    setPlace(next);
    event.currentTarget.querySelectorAll("button")[next]?.focus();
  };
  return (
    <div
      className="md-tools"
      role="toolbar"
      tabIndex={-1}
      aria-label="Formatting"
      aria-controls={controls}
      onKeyDown={onKeyDown}
    >
      {tools.map(({ kind, icon, label: name, key }, at) => (
        <button
          key={kind}
          type="button"
          tabIndex={at === place ? 0 : -1}
          aria-label={name}
          title={key ? `${name} (Ctrl+${key})` : name}
          aria-keyshortcuts={key && `Control+${key} Meta+${key}`}
          onFocus={() => setPlace(at)}
          onClick={() => onUse(kind)}
        >
          <Icon name={icon} />
        </button>
      ))}
    </div>
  );
}
