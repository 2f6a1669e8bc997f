import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DealerContext, OpenPlatform } from "@oto/services";
import { openPlatform, readEnvironment } from "@oto/services";
import { openRoom } from "@oto/services/chat";
import { createColleagues, createDealerContext } from "@oto/services/testing";
import {
  migrateDatabase,
  PlatformPart as Part,
  startRedis,
  startSingleNodePostgres,
} from "@oto/testing/services";
import { z } from "zod";
import { freePort } from "../../../tooling/start/ports.mjs";
import { repository } from "../repository";
import type { ChatOptions } from "./options";

/** Somebody with a socket. */
export interface Person {
  readonly ctx: DealerContext;
  /** Rooms of their gallery. */
  readonly rooms: readonly string[];
}

/** Two API processes on one database, and people who talk through them. */
export interface ChatWorld {
  readonly platform: OpenPlatform;
  readonly apis: readonly Part[];
  readonly addresses: readonly string[];
  readonly people: readonly Person[];
  readonly rooms: readonly string[];
  readonly folder: string;
  close(clean: boolean): Promise<void>;
}

/** As many galleries as rooms, each talking to the next one: everybody is in two rooms. */
async function populate(platform: OpenPlatform, { rooms, sockets }: ChatOptions) {
  const owners: DealerContext[] = [];
  for (let i = 0; i < Math.max(rooms, 2); i += 1) owners.push(await createDealerContext(platform));
  const ids: string[] = [];
  const roomsOf = new Map<string, string[]>();
  for (let i = 0; i < rooms; i += 1) {
    const [one, other] = [owners[i], owners[(i + 1) % owners.length]];
    if (!one || !other) throw new Error("a room has two sides");
    const { roomId } = await openRoom(one, { galleryId: other.gallery.id });
    if (!ids.includes(roomId)) ids.push(roomId);
    for (const { id } of [one.gallery, other.gallery]) {
      roomsOf.set(id, [...new Set([...(roomsOf.get(id) ?? []), roomId])]);
    }
  }
  const staff = await createColleagues(platform, owners, Math.max(0, sockets - owners.length));
  const people = [...owners, ...staff].slice(0, sockets).map((ctx): Person => {
    return { ctx, rooms: roomsOf.get(ctx.gallery.id) ?? [] };
  });
  return { people, rooms: ids };
}

async function startApi(
  { env, folder, name }: { env: Record<string, string>; folder: string; name: string },
  port: number,
): Promise<{ part: Part; address: string }> {
  const address = `http://127.0.0.1:${port}`;
  const part = new Part({
    name,
    program: join(repository, "apps/api/dist/main.mjs"),
    env: { ...env, PORT_API: String(port) },
    health: `${address}/health/ready`,
    folder,
  });
  part.start();
  await part.whenReady();
  return { part, address };
}

/** Starts everything on free ports of this machine. */
export async function startChatWorld(options: ChatOptions): Promise<ChatWorld> {
  const folder = await mkdtemp(join(tmpdir(), "kontak-chat-"));
  await mkdir(join(folder, "data"));
  const [database, redis] = await Promise.all([
    startSingleNodePostgres(),
    options.redis ? startRedis() : null,
  ]);
  await migrateDatabase(database.url);
  const env = {
    NODE_ENV: "production",
    OTO_ENV: "test",
    OTO_SECRET: randomBytes(32).toString("hex"),
    OTO_DATA_DIR: join(folder, "data"),
    OTO_RATE_LIMITS: "off",
    OTO_REQUIRE_TOTP: "0",
    OTO_BCRYPT_COST: "4",
    LOG_LEVEL: "warn",
    DATABASE_URL: database.url,
    ...(redis ? { REDIS_URL: redis.url } : {}),
  };
  const platform = await openPlatform(readEnvironment(z.object({}), env), "chat-load");
  const { people, rooms } = await populate(platform, options);
  const started: { part: Part; address: string }[] = [];
  for (const name of ["api-1", "api-2"]) {
    started.push(await startApi({ env, folder, name }, await freePort()));
  }
  return {
    platform,
    apis: started.map(({ part }) => part),
    addresses: started.map(({ address }) => address),
    people,
    rooms,
    folder,
    async close(clean) {
      await Promise.all(started.map(({ part }) => part.stop()));
      await platform.close();
      await Promise.all([database.stop(), redis?.stop()]);
      if (clean) await rm(folder, { recursive: true, force: true });
    },
  };
}
