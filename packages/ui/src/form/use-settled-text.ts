"use client";

import { useEffect, useRef, useState } from "react";

const PAUSE_MS = 250;

/** Whether a press leads to another page: on a link, or on a row that opens what it shows. */
function leads(event: MouseEvent): boolean {
  return event.target instanceof Element && event.target.closest("a[href], tbody tr") !== null;
}

interface SettledText {
  /** What stands in the field. */
  typed: string;
  setTyped: (typed: string) => void;
}

/**
 * Text that is told on once its writer pauses, and that follows changes from outside (a link, the
 * back button). A pressed link wins over a text that has not settled yet: telling it on would
 * change the address under the navigation and so undo it.
 *
 * @param value the text as it is known outside
 * @param onSettle gets the new text, trimmed
 */
export function useSettledText(value: string, onSettle: (text: string) => void): SettledText {
  const [typed, setTyped] = useState(value);
  const [seen, setSeen] = useState(value);
  const tell = useRef(onSettle);
  useEffect(() => {
    tell.current = onSettle;
  });
  if (seen !== value) {
    setSeen(value);
    if (typed.trim() !== value) setTyped(value);
  }
  useEffect(() => {
    const text = typed.trim();
    if (text === value) return;
    const timer = setTimeout(() => tell.current(text), PAUSE_MS);
    const leave = (event: MouseEvent) => {
      if (leads(event)) clearTimeout(timer);
    };
    document.addEventListener("click", leave, { capture: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener("click", leave, { capture: true });
    };
  }, [typed, value]);
  return { typed, setTyped };
}
