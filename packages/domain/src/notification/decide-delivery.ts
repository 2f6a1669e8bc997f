import type { Lane, MessageChannel } from "./channels";
import { MESSAGE_CHANNELS } from "./channels";
import type { DigestChoice } from "./digest-slot";
import { nextDigestAt } from "./digest-slot";
import type { QuietHours } from "./quiet-hours";
import { afterQuiet } from "./quiet-hours";

/** What a kind of message may do to a person. */
export interface MessageNature {
  /** Cannot wait: no quiet hours, no digest, no cap. */
  readonly urgent: boolean;
  /** Advertising by law: only with consent, with a way out in every message. */
  readonly commercial: boolean;
}

/** A person, as the rule needs to know them. */
export interface Reader {
  /** What they chose for this kind of message. */
  readonly wanted: ReadonlySet<MessageChannel>;
  /** Where they have an address, a number, a browser. */
  readonly reachable: ReadonlySet<MessageChannel>;
  readonly quiet: QuietHours | null;
  readonly digest: DigestChoice;
  /** Whether they agreed to commercial messages. */
  readonly consented: boolean;
  /** Messages of the last 24 hours, by channel. */
  readonly recent: Readonly<Record<MessageChannel, number>>;
}

/** Messages a day and person at most; what is urgent is not counted out. */
export const DAILY_CAP: Readonly<Record<MessageChannel, number>> = {
  email: 40,
  sms: 12,
  push: 60,
};

export type DeliveryDecision = { readonly channel: MessageChannel } & (
  | { readonly kind: "send"; readonly at: Date; readonly lane: Lane; readonly deferred: boolean }
  | { readonly kind: "hold"; readonly until: Date }
  | { readonly kind: "suppress"; readonly reason: "no_consent" | "cap" }
);

/**
 * By which channels a person is told something, and when. Nothing is decided for channels that they
 * do not want or cannot be reached by. With a digest, what can wait is held for it once, whatever
 * channels were chosen.
 */
export function decideDeliveries(
  nature: MessageNature,
  reader: Reader,
  now: Date,
): DeliveryDecision[] {
  const channels = MESSAGE_CHANNELS.filter(
    (channel) => reader.wanted.has(channel) && reader.reachable.has(channel),
  );
  if (nature.commercial && !reader.consented) {
    return channels.map((channel) => ({ channel, kind: "suppress", reason: "no_consent" }));
  }
  const slot = nature.urgent ? null : nextDigestAt(now, reader.digest);
  if (slot && channels.length > 0 && reader.reachable.has("email")) {
    return [{ channel: "email", kind: "hold", until: slot }];
  }
  return channels.map((channel) => {
    if (nature.urgent) return { channel, kind: "send", at: now, lane: "critical", deferred: false };
    if (reader.recent[channel] >= DAILY_CAP[channel]) {
      return { channel, kind: "suppress", reason: "cap" };
    }
    const at = reader.quiet ? afterQuiet(now, reader.quiet) : now;
    return { channel, kind: "send", at, lane: "bulk", deferred: at > now };
  });
}
