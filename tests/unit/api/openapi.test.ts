import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";
import { openApi } from "@/lib/api/openapi";
import { operationId } from "@/lib/api/operation";
import { operations } from "@/lib/api/registry";

const api = openApi(operations, "https://portal.example.org");

describe("the description of the API", () => {
  it("is valid OpenAPI 3.1", async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(api));
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  it("gives each operation a name of its own, and each path one meaning", () => {
    const names = operations.map(operationId);
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
    const shapes = new Map<string, string>();
    for (const { path } of operations) {
      const shape = path.replaceAll(/\{\w+\}/g, "{}");
      expect(shapes.get(shape) ?? path).toBe(path);
      shapes.set(shape, path);
    }
  });

  it("says of each change what it reads, by the schema of its command", () => {
    // biome-ignore lint/suspicious/noExplicitAny: a description is looked into where the test says
    const { paths } = api as { paths: Record<string, Record<string, any>> };
    const body = paths["/proposals/{number}/withdraw"]?.post.requestBody.content["application/json"].schema;
    expect(body).toMatchObject({ type: "object", required: ["version", "reason"] });
    expect(Object.keys(body.properties)).toEqual(["version", "reason"]);
    expect(paths["/proposals/{number}/watch"]?.put.requestBody).toBeUndefined();
    expect(paths["/tickets/{number}/{move}"]?.post.parameters[1].schema.enum).toContain("takeUp");
  });
});
