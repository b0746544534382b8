import { z } from "zod";

/** A file inside JSON: its name, and its bytes in base64. A body has room for one of about 3.5 MB. */
export const fileField = z
  .object({
    name: z.string().trim().min(1, "Give the file's name, such as slides.pdf.").max(255),
    base64: z.base64("Give the bytes in base64."),
  })
  .transform(({ name, base64 }) => ({ name, bytes: new Uint8Array(Buffer.from(base64, "base64")) }));
