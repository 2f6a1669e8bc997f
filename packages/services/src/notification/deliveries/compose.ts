import type { Platform } from "../../context";
import { systemMessage } from "../catalogue/system.messages";
import { textOverrides } from "../text-overrides";
import type { ClaimedDelivery, ComposedMessage, NothingToSend } from "./claimed-delivery";
import { composeNews, readAddressees } from "./compose-news";
import { composeSystem } from "./compose-system";

/**
 * Makes the messages of a batch of deliveries, in a fixed number of queries for those about news.
 * What a message says is decided here and not when it was written down: with the text, the address
 * and the consent of now.
 */
export async function composeDeliveries(
  platform: Platform,
  deliveries: readonly ClaimedDelivery[],
): Promise<Map<string, ComposedMessage | NothingToSend>> {
  const overrides = await textOverrides(platform);
  const userIds = deliveries.flatMap(({ userId }) => (userId === null ? [] : [userId]));
  const addressees = userIds.length > 0 ? await readAddressees(platform, userIds) : new Map();
  const composed = await Promise.all(
    deliveries.map(async (delivery) => {
      const addressee = delivery.userId === null ? undefined : addressees.get(delivery.userId);
      const message = systemMessage(delivery.type)
        ? await composeSystem(platform, delivery, overrides)
        : composeNews(delivery, { platform, addressee, overrides });
      return [delivery.id, message] as const;
    }),
  );
  return new Map(composed);
}
