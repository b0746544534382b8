import { expect, it } from "vitest";
import { iconSprite, spriteOnDisk } from "../../architecture/icon-sprite";

it("the icons that pages use are the ones that lucide draws today", async () => {
  expect(await spriteOnDisk(), "run: npx tsx tests/architecture/write-icons.ts").toBe(iconSprite());
});
