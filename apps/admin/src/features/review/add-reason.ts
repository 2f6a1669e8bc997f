/** Puts a ready reason under what is written already; the same one only once. */
export function addReason(text: string, reason: string): string {
  const written = text.trim();
  if (written.includes(reason)) return text;
  return written === "" ? reason : `${written}\n${reason}`;
}
