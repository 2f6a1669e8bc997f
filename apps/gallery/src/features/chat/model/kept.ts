/** A later shape takes a later number, so that what was kept in the old one is let go. */
const VERSION = 1;

/** Text for the store of this browser, by person: nobody else's drafts on a shared machine. */
const keyOf = (what: string, userId: string) => `kontak.chat.${what}.${VERSION}.${userId}`;

function readKept(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

function keep(key: string, value: unknown, empty: boolean): void {
  try {
    if (empty) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A full or forbidden store only means that nothing is kept.
  }
}

function readDrafts(userId: string): Record<string, string> {
  const kept = readKept(keyOf("drafts", userId));
  if (typeof kept !== "object" || kept === null) return {};
  return Object.fromEntries(
    Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

/** What somebody began to write in a room. */
export const readDraft = (userId: string, roomId: string): string =>
  readDrafts(userId)[roomId] ?? "";

/** Keeps what was begun, so that another room or a closed tab costs nothing. */
export function keepDraft(userId: string, roomId: string, text: string): void {
  const { [roomId]: _old, ...others } = readDrafts(userId);
  const drafts = text.trim() === "" ? others : { ...others, [roomId]: text };
  keep(keyOf("drafts", userId), drafts, Object.keys(drafts).length === 0);
}

/** Messages that had not arrived as the last page went away; whatever else stands there is let go. */
export function readOutbox<Item extends { clientMessageId: string; roomId: string }>(
  userId: string,
  isItem: (value: unknown) => value is Item,
): Item[] {
  const kept = readKept(keyOf("outbox", userId));
  return Array.isArray(kept) ? kept.filter(isItem) : [];
}

export const keepOutbox = (userId: string, items: readonly unknown[]): void =>
  keep(keyOf("outbox", userId), items, items.length === 0);
