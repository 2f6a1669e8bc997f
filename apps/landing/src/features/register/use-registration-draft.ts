"use client";

import { useSyncExternalStore } from "react";
import type { RegistrationDraft } from "./registration-draft";
import { readDraft } from "./registration-draft";

const KEY = "kontak-registration";
const listeners = new Set<() => void>();
let known: RegistrationDraft | null = null;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

function stored(): string | null {
  try {
    return window.sessionStorage.getItem(KEY);
  } catch {
    // Storage may be forbidden; the wizard then lives as long as the page.
    return null;
  }
}

function current(): RegistrationDraft {
  known ??= readDraft(stored());
  return known;
}

/** Changes the draft and keeps it for this tab. */
export function saveDraft(change: Partial<RegistrationDraft>): void {
  known = { ...current(), ...change };
  try {
    window.sessionStorage.setItem(KEY, JSON.stringify(known));
  } catch {
    // As above: not kept, still usable.
  }
  for (const listener of listeners) listener();
}

/** Forgets the draft: the application is sent. */
export function forgetDraft(): void {
  known = null;
  try {
    window.sessionStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}

/** The draft of this tab; null on the server and in the first paint. */
export function useRegistrationDraft(): RegistrationDraft | null {
  return useSyncExternalStore(subscribe, current, () => null);
}
