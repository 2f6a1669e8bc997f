import type { Tx } from "./database";

type Hook = () => Promise<void>;

const hooks = new WeakMap<object, Hook[]>();

/**
 * Runs a hint to others once the transaction has committed, and never when it has not. Nothing may
 * depend on it: the process may die in between. What must happen is published as an event.
 */
export function afterCommit(tx: Tx, hook: Hook): void {
  const known = hooks.get(tx);
  if (known) known.push(hook);
  else hooks.set(tx, [hook]);
}

/** Runs what was asked for in a transaction that has committed. The change stands: it never rejects. */
export async function runAfterCommit(tx: Tx | undefined): Promise<void> {
  const asked = (tx && hooks.get(tx)) ?? [];
  await Promise.allSettled(asked.map((hook) => hook()));
}
