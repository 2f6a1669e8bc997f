import type { Tx } from "@oto/db";
import type { ConsumedBy, ConsumerId, EventOf } from "@oto/events";
import type { Platform } from "@oto/services";

export interface ConsumedEvent {
  /** Id of the event: with the consumer's id it is the idempotency key of outside calls. */
  readonly eventId: string;
  readonly galleryId: string | null;
  readonly occurredAt: string;
  readonly attempt: number;
  /** Ends when the time limit is over or the worker is told to stop. */
  readonly signal: AbortSignal;
}

/**
 * What a consumer does with an event. `prepare` is for slow work outside of the transaction
 * (decoding a photo, calling a provider): it may run again after a crash, so it is repeatable.
 * `handle` writes the effect; it commits together with the inbox row, so it counts once.
 * `handleMany` writes the effects of several events in one transaction, where that is cheaper than
 * one after the other; should it fail, each is handled by itself. `prepareMany` is to `prepare` what
 * that is to `handle`, for writes into another store; it hands nothing on.
 * `afterCommit` is for hints to others that the effect is there now; nothing may depend on it,
 * since it is lost with the process and its failure is only logged.
 */
export interface ConsumerHandler<Id extends ConsumerId = ConsumerId, Prepared = unknown> {
  readonly id: Id;
  prepare?(platform: Platform, event: EventOf<ConsumedBy<Id>> & ConsumedEvent): Promise<Prepared>;
  handle(
    platform: Platform,
    tx: Tx,
    event: EventOf<ConsumedBy<Id>> & ConsumedEvent & { readonly prepared: Prepared },
  ): Promise<void>;
  prepareMany?(
    platform: Platform,
    events: readonly (EventOf<ConsumedBy<Id>> & ConsumedEvent)[],
  ): Promise<void>;
  handleMany?(
    platform: Platform,
    tx: Tx,
    events: readonly (EventOf<ConsumedBy<Id>> & ConsumedEvent)[],
  ): Promise<void>;
  afterCommit?(platform: Platform, event: EventOf<ConsumedBy<Id>> & ConsumedEvent): Promise<void>;
}

/** Binds the code of a consumer to its contract in the event registry. */
export function defineConsumer<const Id extends ConsumerId, Prepared = undefined>(
  handler: ConsumerHandler<Id, Prepared>,
): ConsumerHandler<Id, Prepared> {
  return handler;
}

/** An error that no retry can mend: it goes straight to the dead letters. */
export class PermanentError extends Error {
  override name = "PermanentError";
}
