import { Icon } from "@/components/ui/icon";
import type { IconName } from "@/components/ui/icon-names";
import { kindOfMediaType, sizeText } from "@/lib/materials/file-kinds";
import { attachmentHref } from "@/lib/materials/file-name";
import type { MaterialShown } from "@/lib/materials/queries";
import { materialLabels } from "@/lib/materials/ui-text";

const icons: Record<MaterialShown["kind"], IconName> = {
  slides: "presentation",
  document: "file-text",
  recording: "video",
  other: "paperclip",
};

type Linked = Pick<MaterialShown, "kind" | "title" | "url" | "file">;

/** A material as a link, with where it leads: the host of a link, the type and size of a file. */
export function MaterialLink({ material }: { material: Linked }) {
  const { kind, title, url, file } = material;
  const href = file ? attachmentHref(file.id, file.name) : url;
  return (
    <span className="mat">
      <Icon name={icons[kind]} label={materialLabels[kind]} />
      {href ? (
        <a href={href} dir="auto" rel={url ? "nofollow noopener" : undefined}>
          {title}
        </a>
      ) : (
        <span dir="auto">{title}</span>
      )}
      <span className="mat-where">{whereOf(material)}</span>
    </span>
  );
}

function whereOf({ url, file }: Linked): string {
  if (file) return `${kindOfMediaType(file.mediaType)?.label ?? "file"}, ${sizeText(file.size)}`;
  return url && URL.canParse(url) ? new URL(url).host : "";
}
