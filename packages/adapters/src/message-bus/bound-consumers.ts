import type { ConsumerBinding } from "./message-bus.port";

/**
 * A topology by consumer.
 * @throws Error when a consumer is bound twice
 */
export function bindingsById(
  topology: readonly ConsumerBinding[],
): ReadonlyMap<string, ConsumerBinding> {
  const bindings = new Map<string, ConsumerBinding>();
  for (const binding of topology) {
    const { consumerId } = binding;
    if (bindings.has(consumerId)) throw new Error(`consumer "${consumerId}" is bound twice`);
    bindings.set(consumerId, binding);
  }
  return bindings;
}
