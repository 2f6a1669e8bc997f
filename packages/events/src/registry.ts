import type { z } from "zod";
import * as chat from "./catalogue/chat.events";
import * as deal from "./catalogue/deal.events";
import * as identity from "./catalogue/identity.events";
import * as media from "./catalogue/media.events";
import * as offer from "./catalogue/offer.events";
import * as vehicle from "./catalogue/vehicle.events";

const all = { ...identity, ...vehicle, ...media, ...offer, ...deal, ...chat };

type Definitions = (typeof all)[keyof typeof all];

/** Every event name of the platform. */
export type EventName = Definitions["name"];

/** The definition that goes by a name. */
export type EventNamed<Name extends EventName> = Extract<Definitions, { name: Name }>;

/** Payload of an event, by its name. */
export type PayloadOf<Name extends EventName> = z.infer<EventNamed<Name>["payload"]>;

/** An event as it is published and consumed: the union over the names given. */
export type EventOf<Name extends EventName = EventName> = {
  [N in Name]: { readonly name: N; readonly version: number; readonly payload: PayloadOf<N> };
}[Name];

const byName = new Map<string, Definitions>(
  Object.values(all).map((definition) => [definition.name, definition]),
);

/** All definitions, for documentation and checks. */
export const eventDefinitions: readonly Definitions[] = [...byName.values()];

/** Names of all events. */
export const eventNames = eventDefinitions.map((definition) => definition.name);

/** The definition of a name that came from outside, or undefined. */
export function findEvent(name: string): Definitions | undefined {
  return byName.get(name);
}

/**
 * Parses a payload against the registry, at publish and again at consume.
 *
 * @throws Error for an unknown name or version, ZodError for a payload that does not fit
 */
export function parseEvent(name: string, version: number, payload: unknown): EventOf {
  const definition = byName.get(name);
  if (!definition) throw new Error(`unknown event ${name}`);
  if (definition.version !== version) throw new Error(`unknown version ${version} of ${name}`);
  return { name: definition.name, version, payload: definition.payload.parse(payload) } as EventOf;
}
