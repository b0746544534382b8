"use client";
import { type KeyboardEvent, useRef } from "react";
import { FieldFrame } from "./field-frame";
import { useField } from "./form-context";
import { applyEdit, editOf, linkOnDrop, linkOnPaste } from "./markdown-area";
import { editMarkdown, type MarkdownKind } from "./markdown-edit";
import { MarkdownTools } from "./markdown-tools";
import type { TextAreaProps } from "./text-field";

const keys: Record<string, MarkdownKind | undefined> = { b: "bold", i: "italic", k: "link" };

/** A text area for Markdown, with a toolbar where there is JavaScript. Takes the place of a TextArea as it is. */
export function MarkdownField(props: TextAreaProps) {
  const { name, label, hint, required, defaultValue, rows = 6, ...rest } = props;
  const field = useField(name, hint);
  const area = useRef<HTMLTextAreaElement>(null);
  const edit = (kind: MarkdownKind) => {
    if (area.current) applyEdit(area.current, editMarkdown(kind, editOf(area.current)));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const kind =
      (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
        ? keys[event.key.toLowerCase()]
        : undefined;
    if (!kind) return;
    event.preventDefault();
    edit(kind);
  };
  return (
    <FieldFrame field={field} name={name} label={label} hint={hint} required={required}>
      <div className="md">
        <MarkdownTools controls={field.id} onUse={edit} />
        <textarea
          className="input"
          dir="auto"
          {...rest}
          ref={area}
          rows={rows}
          id={field.id}
          name={name}
          defaultValue={field.kept ?? defaultValue}
          required={required}
          aria-invalid={field.error ? true : undefined}
          aria-describedby={field.describedBy}
          onKeyDown={onKeyDown}
          onPaste={linkOnPaste}
          onDrop={linkOnDrop}
        />
      </div>
    </FieldFrame>
  );
}
