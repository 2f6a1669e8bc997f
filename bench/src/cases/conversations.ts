import { randomUUID } from "node:crypto";
import type { DealerContext, Platform } from "@oto/services";
import { createWsTicket } from "@oto/services/auth";
import { openRoom } from "@oto/services/chat";
import { createColleagues, createDealerContext, signTestToken } from "@oto/services/testing";
import type { Seat } from "../audience";
import { Audience } from "../audience";
import type { Arena, BenchCase } from "../bench-case";
import { Work } from "../bench-case";
import { HttpCaller } from "../http";
import type { World } from "../world";
import { openWorld } from "../world";

/** Sockets that a person may have, with room for those that are on their way out. */
const SOCKETS_EACH = 20;
const TEXT = "Merhaba, araç hâlâ satılık mı? Hafta sonu görmeye gelebiliriz.";
/** What a socket that waits may take. */
const IDLE_MB = 40 / 1_024;

const wsOf = (address: string) => address.replace("http", "ws");

/** Enough people of two galleries that talk with each other. */
async function openTalk(platform: Platform, sockets: number) {
  const sides = [await createDealerContext(platform), await createDealerContext(platform)] as const;
  const { roomId } = await openRoom(sides[0], { galleryId: sides[1].gallery.id });
  const staff = await createColleagues(platform, sides, Math.ceil(sockets / SOCKETS_EACH));
  return { roomId, speaker: sides[0], people: [...sides, ...staff] };
}

/** A screen of somebody of the galleries, each in their turn. */
function seatAt({ addresses }: World, people: readonly DealerContext[]): Seat {
  let next = 0;
  return {
    url: `${wsOf(addresses.api)}/trpc?connectionParams=1`,
    async greeting() {
      const person = people[next % people.length];
      next += 1;
      if (!person) throw new Error("somebody sits there");
      const { ticket } = await createWsTicket(person);
      return [
        { method: "connectionParams", data: { ticket } },
        { id: 1, jsonrpc: "2.0", method: "subscription", params: { path: "chat.onEvent" } },
      ];
    },
    // The first event tells where the feed stands.
    isListening: (text) => text.includes(`"type":"data"`) && !text.includes("clientMessageId"),
  };
}

/** One message, from before it is sent until the last screen has it. */
async function spread(audience: Audience, id: string, tell: () => unknown): Promise<Work> {
  const started = performance.now();
  await audience.hears(id, tell);
  return new Work(audience.size, [performance.now() - started]);
}

async function openRoomCase(sockets: number): Promise<Arena> {
  const world = await openWorld(1_000);
  const { people, roomId, speaker } = await openTalk(world.platform, sockets);
  const [plain, ours] = [new Audience(), new Audience()];
  await plain.fill(sockets, {
    url: wsOf(world.addresses.floor),
    greeting: async () => [],
    isListening: (text) => text.includes(`"type":"listening"`),
  });
  await ours.fill(sockets, seatAt(world, people));
  const token = await signTestToken(world.platform, speaker.identity);
  const api = new HttpCaller(world.addresses.api, token);
  return {
    contenders: [
      {
        name: "ws: what one says is sent to all",
        run: async () => {
          const clientMessageId = randomUUID();
          const message = { clientMessageId, text: TEXT };
          return spread(plain, clientMessageId, () => plain.say(message));
        },
      },
      {
        name: "chat.send: stored, announced, delivered to all",
        run: async () => {
          const clientMessageId = randomUUID();
          const message = { roomId, clientMessageId, text: TEXT };
          return spread(ours, clientMessageId, () => api.mutate("chat.send", message));
        },
      },
    ],
    memoryMb: world.memoryMb,
    async close() {
      plain.leave();
      ours.leave();
      api.close();
      await world.stop();
    },
  };
}

/** How many screens a second a conversation reaches. */
export const conversations: BenchCase = {
  name: "conversations",
  about: "messages into a room with so many screens, per delivery; the bar: half of plain sockets",
  sizes: [50, 500],
  bar: { share: 0.5 },
  open: openRoomCase,
};

async function openIdle(sockets: number): Promise<Arena> {
  const world = await openWorld(1_000);
  const { people } = await openTalk(world.platform, sockets);
  const idle = new Audience();
  const before = await world.memoryMb();
  return {
    hasFloor: false,
    contenders: [
      {
        name: "screens that connect and follow; MB is what all of them take",
        bar: { memoryMb: Math.ceil(sockets * IDLE_MB) },
        once: true,
        // The rounds after the first look at the same sockets: what they take once they are there.
        run: async () => {
          const missing = sockets - idle.size;
          await idle.fill(missing, seatAt(world, people));
          return new Work(missing);
        },
      },
    ],
    memoryMb: async () => (await world.memoryMb()) - before,
    async close() {
      idle.leave();
      await world.stop();
    },
  };
}

/** What a screen costs that only listens. */
export const idleSockets: BenchCase = {
  name: "idle-sockets",
  about: "memory of sockets that wait; the bar: 40 kB each",
  sizes: [5_000],
  bar: {},
  open: openIdle,
};
