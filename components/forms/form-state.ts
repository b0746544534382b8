/** What a form's action answers. The page shows it with or without JavaScript. */
export interface FormState {
  status: "idle" | "refused" | "done";
  /** One sentence: why it was refused, or what was done. */
  message?: string;
  /** Shown beside the message, this once, to be copied. */
  secret?: string;
  /** Which field (by its name), and what would be right. */
  errors?: { path: string; message: string }[];
  /** What was typed, by field name, to be put back. */
  values?: Record<string, string>;
}

export const idle: FormState = { status: "idle" };

export type FormAction = (previous: FormState, data: FormData) => Promise<FormState>;
