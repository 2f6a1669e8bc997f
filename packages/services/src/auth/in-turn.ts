const queues = new Map<string, Promise<unknown>>();
let waiting = 0;
const MOST_WAITING = 500;

/**
 * Runs work with the same key one after another inside this process, without holding a database
 * connection meanwhile: parallel guesses at one account are judged in turn.
 * @returns null when too many wait already
 */
export async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T | null> {
  if (waiting >= MOST_WAITING) return null;
  waiting += 1;
  const before = queues.get(key) ?? Promise.resolve();
  const mine = before.then(work, work);
  const settled = mine.catch(() => undefined);
  queues.set(key, settled);
  try {
    return await mine;
  } finally {
    waiting -= 1;
    if (queues.get(key) === settled) queues.delete(key);
  }
}
