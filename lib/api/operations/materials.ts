import { z } from "zod";
import { addMaterial } from "../../materials/commands/add-material";
import { attachFile } from "../../materials/commands/attach-file";
import { markRead, unmarkRead } from "../../materials/commands/mark-read";
import { removeMaterial } from "../../materials/commands/remove-material";
import { repinMaterial } from "../../materials/commands/repin-material";
import { sayChanged } from "../../materials/commands/say-changed";
import { listMaterials } from "../../materials/queries";
import {
  addMaterialInput,
  attachFileInput,
  markReadInput,
  removeMaterialInput,
  repinMaterialInput,
  sayChangedInput,
} from "../../materials/schema";
import { proposalNumber } from "../../proposals/schema";
import { materialShown } from "../answers/materials";
import { listOf } from "../answers/shared";
import { either, own } from "../audience";
import { authors, directors, everyone, officers } from "../audiences";
import { fileField } from "../file-field";
import { ofProposal } from "../of-proposal";
import { deed, type Operation, read } from "../operation";
import { pageOf, paging } from "../paging";

const onProposal = { names: { number: "proposal" } };
const material = z.object({ proposal: z.number(), material: z.number() });
const marked = z.object({ proposal: z.number() });
const one = "/proposals/{number}/materials/{material}";

export const materialOperations: readonly Operation[] = [
  read(
    "GET /proposals/{number}/materials",
    "List the materials of a proposal",
    everyone,
    z.object({ number: proposalNumber, ...paging }),
    ofProposal(async (actor, { id }, page) =>
      pageOf((await listMaterials(actor, id)).materials, page, (each) => each.number),
    ),
    listOf(materialShown),
  ),
  deed(
    "POST /proposals/{number}/materials",
    "Add a link",
    either(authors, officers),
    addMaterialInput,
    addMaterial,
    material,
    {
      ...onProposal,
      status: 201,
    },
  ),
  deed(
    "POST /proposals/{number}/materials/files",
    "Attach a file",
    either(authors, officers),
    attachFileInput.extend({ file: fileField }),
    (actor, { file, ...input }) => attachFile(actor, { ...input, file }),
    material,
    { ...onProposal, status: 201, mostBytes: 4_900_000 },
  ),
  deed(
    `POST ${one}/pin`,
    "Pin a material to the current revision",
    either(authors, officers, own("who added it")),
    repinMaterialInput,
    repinMaterial,
    material,
    onProposal,
  ),
  deed(
    `POST ${one}/changes`,
    "Say what has changed in a material",
    either(authors, officers, own("who added it")),
    sayChangedInput,
    sayChanged,
    material,
    onProposal,
  ),
  deed(
    `POST ${one}/remove`,
    "Remove a material; why stays",
    either(authors, officers, own("who added it")),
    removeMaterialInput,
    removeMaterial,
    material,
    onProposal,
  ),
  deed(
    "POST /proposals/{number}/read",
    "Mark the text, or a material of it, as read before the meeting",
    either(directors, officers),
    markReadInput,
    markRead,
    marked,
    onProposal,
  ),
  deed(
    "POST /proposals/{number}/unread",
    "Take such a mark away",
    either(directors, officers),
    markReadInput,
    unmarkRead,
    marked,
    onProposal,
  ),
];
