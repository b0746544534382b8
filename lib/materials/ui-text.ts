import type { MaterialKind } from "./schema";

export const materialLabels: Readonly<Record<MaterialKind, string>> = {
  slides: "Slides",
  document: "Document",
  recording: "Recording",
  other: "Other",
};

export const materialHints: Readonly<Record<MaterialKind, string>> = {
  slides: "what is shown while it is presented",
  document: "what is to be read",
  recording: "what was said, to be heard or seen",
  other: "anything else",
};
