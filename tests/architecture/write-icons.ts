import { writeFile } from "node:fs/promises";
import { iconSprite, spritePath } from "./icon-sprite";

await writeFile(spritePath, iconSprite());
