import { z } from "zod";

/** As many as fit side by side. */
export const MOST_COMPARED = 4;
const KEY = "kontak:compare";

const entry = z.object({ vehicleId: z.uuid(), title: z.string().max(300) });
/** A vehicle put aside for comparing. */
export type ComparedEntry = z.infer<typeof entry>;
const basket = z.array(entry).max(MOST_COMPARED);

const NONE: readonly ComparedEntry[] = [];
let known: { text: string | null; items: readonly ComparedEntry[] } = { text: null, items: NONE };
const listeners = new Set<() => void>();

function read(): string | null {
  try {
    return window.localStorage.getItem(KEY);
  } catch {
    // Browsers may forbid it; then the basket lasts as long as the page.
    return known.text;
  }
}

/** What is put aside in this browser; the same array until it changes. */
export function comparedEntries(): readonly ComparedEntry[] {
  const text = read();
  if (text !== known.text) known = { text, items: parse(text) };
  return known.items;
}

/** Nothing is put aside on the server. */
export const noEntries = (): readonly ComparedEntry[] => NONE;

/** What a stored text holds; anything but a basket is an empty one. */
export function parse(text: string | null): readonly ComparedEntry[] {
  if (text === null) return NONE;
  try {
    const parsed = basket.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : NONE;
  } catch {
    return NONE;
  }
}

/** The basket with a vehicle put in or, if it is there, taken out; a full one takes no more. */
export function toggled(
  items: readonly ComparedEntry[],
  one: ComparedEntry,
): readonly ComparedEntry[] {
  const others = items.filter(({ vehicleId }) => vehicleId !== one.vehicleId);
  if (others.length < items.length) return others;
  return items.length < MOST_COMPARED ? [...items, one] : items;
}

/** Writes it down for this browser's other pages and tabs. */
export function keepEntries(items: readonly ComparedEntry[]): void {
  const text = items.length > 0 ? JSON.stringify(items) : null;
  known = { text, items };
  try {
    if (text === null) window.localStorage.removeItem(KEY);
    else window.localStorage.setItem(KEY, text);
  } catch {
    // Kept in memory above.
  }
  for (const listener of listeners) listener();
}

/** Calls back when it changes, here or in another tab. */
export function watchEntries(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}
