import { describe, expect, it } from "vitest";
import { activeItemId } from "./nav-item";

const item = (id: string, href: string) => ({ id, href, label: id, icon: null });
const groups = [
  { id: "a", items: [item("home", "/"), item("stock", "/stock"), item("new", "/stock/new")] },
];

describe("activeItemId", () => {
  it.each([
    ["/", "home"],
    ["/stock", "stock"],
    ["/stock/new", "new"],
    ["/stock/42", "stock"],
    ["/stockists", "home"],
  ])("%s belongs to %s", (path, id) => {
    expect(activeItemId(groups, path)).toBe(id);
  });

  it("is nothing where no item leads", () => {
    expect(activeItemId([{ id: "a", items: [item("stock", "/stock")] }], "/else")).toBeUndefined();
  });
});
