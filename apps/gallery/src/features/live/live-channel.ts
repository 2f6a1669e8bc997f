import type { AppRouter } from "@oto/api";
import type { inferRouterOutputs } from "@trpc/server";

type Tracked = inferRouterOutputs<AppRouter>["notification"]["onEvent"];
type Yielded = Tracked extends AsyncIterable<infer Item> ? Item : never;

/** One event of the gallery's live feed. */
export type LiveEvent = Yielded extends { data: infer Data } ? Data : never;
export type LiveEventType = LiveEvent["type"];

type Listener = (event: LiveEvent) => void;

/** Hands the events of the one subscription to whoever listens. */
export class LiveChannel {
  readonly #listeners = new Set<Listener>();

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  emit(event: LiveEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
