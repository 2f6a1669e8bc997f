import { newId } from "@oto/db";
import { isDomainError } from "@oto/domain";
import type { Platform } from "@oto/services";
import { markRoomRead, openRoom, sendMessage } from "@oto/services/chat";
import type { DemoDealer } from "./contexts";
import { asDealer } from "./contexts";
import type { DemoLine } from "./conversations.data";
import { DEMO_PAIR_TALK, DEMO_TALKS } from "./conversations.data";
import type { Random } from "./random";
import type { DemoVehicle } from "./stock";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

interface Talk {
  buyer: DemoDealer;
  seller: DemoDealer;
  lines: readonly DemoLine[];
  /** Shown as a card by the seller, after the first answer. */
  vehicleId: string | null;
  begins: Date;
  /** Whether the last word has been read. */
  read: boolean;
}

/** Lets two galleries talk as they would, line by line, through the real services. */
async function hold(platform: Platform, talk: Talk): Promise<void> {
  const { begins, buyer, lines, read, seller, vehicleId } = talk;
  const about = vehicleId === null ? { galleryId: seller.galleryId } : { vehicleId };
  const { roomId } = await openRoom(asDealer(platform, buyer, begins), about);
  let at = begins.getTime();
  let last = { seq: 0, by: buyer };
  for (const [index, [who, minutes, text]] of lines.entries()) {
    at += minutes * MINUTE_MS;
    const by = who === "B" ? buyer : seller;
    const context = asDealer(platform, by, new Date(at));
    const card = index === 1 && vehicleId !== null ? { vehicleId } : {};
    // Whoever answers has read what came before.
    if (by !== last.by) await markRoomRead(context, { roomId, seq: last.seq });
    const { seq } = await sendMessage(context, { roomId, clientMessageId: newId(), text, ...card });
    last = { seq, by };
  }
  if (read) {
    const reader = last.by === buyer ? seller : buyer;
    const context = asDealer(platform, reader, new Date(at + MINUTE_MS));
    await markRoomRead(context, { roomId, seq: last.seq });
  }
}

/** Fills rooms of the demo sign-ins, some read, some waiting. */
export async function createConversations(
  platform: Platform,
  scene: { vehicles: readonly DemoVehicle[]; dealers: readonly DemoDealer[]; random: Random },
): Promise<number> {
  const { dealers, random, vehicles } = scene;
  const [first, second, ...others] = dealers;
  if (!first || !second || others.length === 0) return 0;
  const now = platform.now().getTime();
  const talks: Talk[] = DEMO_TALKS.flatMap((lines, index) =>
    [first, second].flatMap((dealer) => {
      // Each of the two sells in one talk and buys in the next.
      const sells = index % 2 === 0;
      const stock = vehicles.filter(({ dealer: owner }) =>
        sells ? owner === dealer : owner !== dealer,
      );
      const vehicle = stock.length === 0 ? undefined : random.pick(stock);
      if (vehicle === undefined) return [];
      return [
        {
          buyer: sells ? random.pick(others) : dealer,
          seller: vehicle.dealer,
          lines,
          vehicleId: vehicle.vehicleId,
          begins: new Date(now - (index * 17 + random.int(3, 9)) * HOUR_MS),
          read: index > 1,
        },
      ];
    }),
  );
  talks.push({
    buyer: first,
    seller: second,
    lines: DEMO_PAIR_TALK,
    vehicleId: null,
    begins: new Date(now - 28 * HOUR_MS),
    read: false,
  });
  let held = 0;
  for (const talk of talks) {
    try {
      await hold(platform, talk);
      held += 1;
    } catch (error) {
      // The vehicle has left the market meanwhile.
      if (!isDomainError(error)) throw error;
    }
  }
  return held;
}
