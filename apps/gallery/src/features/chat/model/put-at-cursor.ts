/** Where somebody writes in a text: a place, or what is marked. */
export interface Cursor {
  start: number;
  end: number;
}

/** Puts a sign where somebody writes, in place of what is marked; tells where they go on. */
export function putAtCursor(
  text: string,
  sign: string,
  { end, start }: Cursor,
): { text: string; cursor: number } {
  const from = Math.min(Math.max(start, 0), text.length);
  const to = Math.min(Math.max(end, from), text.length);
  return { text: text.slice(0, from) + sign + text.slice(to), cursor: from + sign.length };
}
