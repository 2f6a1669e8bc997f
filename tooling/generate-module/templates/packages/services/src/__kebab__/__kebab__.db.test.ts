import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DealerContext } from "../context";
import type { TestPlatform } from "../testing";
import { createDealerContext, createTestPlatform } from "../testing";
import { create__Pascal__, get__Pascal__, list__Pascal__ } from ".";

let test: TestPlatform;
let dealer: DealerContext;

beforeAll(async () => {
  test = await createTestPlatform();
  dealer = await createDealerContext(test.platform);
});

afterAll(() => test.close());

describe("__words__", () => {
  it("is created and read back", async () => {
    const created = await create__Pascal__(dealer, { title: "İlk kayıt" });
    expect(await get__Pascal__(dealer, created)).toEqual(created);
  });

  it("is not found by another gallery", async () => {
    const created = await create__Pascal__(dealer, { title: "Gizli" });
    const other = await createDealerContext(test.platform);
    await expect(get__Pascal__(other, created)).rejects.toMatchObject({ reason: "notfound" });
    expect(await list__Pascal__(other, { limit: 24 })).toEqual({ items: [], nextCursor: null });
  });

  it("is listed newest first, page by page", async () => {
    const owner = await createDealerContext(test.platform);
    const titles = ["bir", "iki", "üç"];
    for (const title of titles) {
      test.clock.advance(1_000);
      await create__Pascal__(owner, { title });
    }
    const first = await list__Pascal__(owner, { limit: 2 });
    const second = await list__Pascal__(owner, { limit: 2, cursor: first.nextCursor });
    const listed = [...first.items, ...second.items].map(({ title }) => title);
    expect(listed).toEqual(titles.toReversed());
    expect(second.nextCursor).toBeNull();
  });
});
