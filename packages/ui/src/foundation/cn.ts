import type { ClassValue } from "clsx";
import { clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

const merge = extendTailwindMerge({
  extend: {
    theme: {
      text: ["display", "headline", "title", "heading"],
      radius: ["control", "card", "sheet"],
      shadow: ["card", "raised", "overlay"],
      animate: ["fade-in", "fade-out", "pop-in", "pop-out", "rise-in", "sink-out", "shimmer"],
    },
  },
});

/** Joins class names; where two set the same property, the later one wins. */
export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes));
}
