import type { Lane } from "@oto/domain";
import type { Platform } from "../../context";
import { claimDue } from "./claim.repo";
import { composeDeliveries } from "./compose";
import { deliver } from "./deliver";

/** Deliveries of a lane that one process has under way at most. */
export const LANE_WIDTH: Readonly<Record<Lane, number>> = { otp: 8, critical: 8, bulk: 4 };

/**
 * Sends what is due in a lane, one batch.
 * @returns how many deliveries were taken; fewer than the width means nothing more was due
 */
export async function sendDue(platform: Platform, lane: Lane): Promise<number> {
  const deliveries = await claimDue(platform, { lane, limit: LANE_WIDTH[lane] });
  if (deliveries.length === 0) return 0;
  const messages = await composeDeliveries(platform, deliveries);
  await Promise.all(
    deliveries.map((delivery) =>
      deliver(platform, delivery, messages.get(delivery.id) ?? { dropped: "recipient_gone" }),
    ),
  );
  return deliveries.length;
}
