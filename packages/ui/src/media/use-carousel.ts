"use client";

import type { RefObject } from "react";
import { useCallback, useEffect, useRef, useState } from "react";

interface Carousel {
  scroller: RefObject<HTMLDivElement | null>;
  index: number;
  /** Scrolls to a slide, wrapping round at both ends. */
  go: (index: number, smooth?: boolean) => void;
}

/** A row of slides that snaps: swiping is the browser's, the index follows the scroll. */
export function useCarousel(count: number, start = 0): Carousel {
  const scroller = useRef<HTMLDivElement>(null);
  const first = useRef(start);
  const [index, setIndex] = useState(start);
  const go = useCallback(
    (target: number, smooth = true) => {
      const element = scroller.current;
      if (element === null || count === 0) {
        return;
      }
      const wrapped = (target + count) % count;
      const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
      element.scrollTo({
        left: wrapped * element.clientWidth,
        behavior: smooth && !calm && Math.abs(wrapped - index) === 1 ? "smooth" : "instant",
      });
    },
    [count, index],
  );
  useEffect(() => {
    const element = scroller.current;
    if (element === null) {
      return;
    }
    element.scrollTo({ left: first.current * element.clientWidth, behavior: "instant" });
    const follow = () => {
      if (element.clientWidth > 0) {
        setIndex(Math.round(element.scrollLeft / element.clientWidth));
      }
    };
    element.addEventListener("scroll", follow, { passive: true });
    return () => element.removeEventListener("scroll", follow);
  }, []);
  return { scroller, index, go };
}
