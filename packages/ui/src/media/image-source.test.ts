import { describe, expect, it } from "vitest";
import type { ImageSource } from "./image-source";
import { fallbackOf, srcSetOf } from "./image-source";

const sources: ImageSource[] = [
  { format: "webp", width: 1280, url: "/b.webp" },
  { format: "webp", width: 320, url: "/a.webp" },
  { format: "jpeg", width: 320, url: "/a.jpg" },
  { format: "jpeg", width: 1280, url: "/b.jpg" },
];

describe("srcSetOf", () => {
  it("lists one format, narrowest first", () => {
    expect(srcSetOf(sources, "webp")).toBe("/a.webp 320w, /b.webp 1280w");
    expect(srcSetOf(sources, "avif")).toBe("");
  });
});

describe("fallbackOf", () => {
  it("prefers a JPEG near 1200 px, then anything", () => {
    expect(fallbackOf(sources)?.url).toBe("/b.jpg");
    expect(fallbackOf([{ format: "webp", width: 320, url: "/a.webp" }])?.url).toBe("/a.webp");
    expect(fallbackOf([])).toBeUndefined();
  });
});
