import { answerUpload } from "@/lib/materials/answer-upload";
import { attachFile } from "@/lib/materials/commands/attach-file";
import { attachFileInput } from "@/lib/materials/schema";
import { readNumber } from "@/lib/proposals/schema";
import { refuse } from "@/lib/result";

/** The form that attaches a file: a plain POST, answered with where to go. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ number: string }> },
): Promise<Response> {
  const proposal = readNumber((await params).number);
  const page = `/proposals/${proposal}/materials`;
  return answerUpload({
    form: "attach-file",
    request,
    page,
    anchor: "attach-a-file",
    schema: attachFileInput,
    read: (fields) => ({ ...fields, proposal }),
    needsFile: true,
    command: async (actor, input, file) =>
      file ? attachFile(actor, { ...input, file }) : refuse("invalid", "Choose a file."),
    next: ({ material }) => `${page}#material-${material}`,
  });
}
