import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { sweepStorage } from "@oto/services/media";
import sharp from "sharp";
import type { Client } from "./client";
import type { Trader } from "./people";
import type { World } from "./world";

interface Upload {
  mediaId: string;
  upload: { method: string; url: string; headers: Record<string, string> };
}

/** What became of the photos that were uploaded. */
export interface PhotoCount {
  uploaded: number;
  /** Acknowledged and not READY. */
  lost: number;
  /** Rows beyond one a photo, and files that no photo names. */
  doubled: number;
}

const TYPE = "image/jpeg";
const PATIENCE_MS = 180_000;

const picture = () =>
  sharp({
    create: { width: 640, height: 480, channels: 3, background: { r: 30, g: 90, b: 160 } },
  })
    .jpeg()
    .toBuffer();

/** Uploads photos as an app does, each one again until the platform has said that it has it. */
export class PhotoLoad {
  readonly #client: Client;
  readonly #traders: readonly { trader: Trader; token: string }[];
  /** Photos that the platform has acknowledged. */
  readonly mediaIds: string[] = [];

  constructor(client: Client, traders: readonly { trader: Trader; token: string }[]) {
    this.#client = client;
    this.#traders = traders;
  }

  async run(count: number): Promise<void> {
    const body = await picture();
    for (let at = 0; at < count; at += 1) {
      const one = this.#traders[at % this.#traders.length];
      if (one) await this.#uploadOne(one, body);
    }
  }

  async #uploadOne(who: { trader: Trader; token: string }, body: Buffer): Promise<void> {
    const { token, trader } = who;
    const until = Date.now() + PATIENCE_MS;
    while (Date.now() < until) {
      const made = await this.#client.call({
        token,
        procedure: "media.createUpload",
        input: {
          vehicleId: trader.vehicleIds[0],
          fileName: "foto.jpg",
          contentType: TYPE,
          size: body.length,
        },
        idempotencyKey: randomUUID(),
      });
      if (made.result === "done") {
        const { mediaId, upload } = made.data as Upload;
        if (await this.#send(upload, body, until)) {
          const kept = await this.#client.call({
            token,
            procedure: "media.completeUpload",
            input: { mediaId },
            idempotencyKey: randomUUID(),
          });
          if (kept.result === "done" || kept.result === "done_before") {
            this.mediaIds.push(mediaId);
            return;
          }
        }
      }
      await pause(200);
    }
    throw new Error("a photo could not be uploaded");
  }

  /** Until the storage has it, or the time is over. */
  async #send({ headers, method, url }: Upload["upload"], body: Buffer, until: number) {
    while (Date.now() < until) {
      const signal = AbortSignal.timeout(10_000);
      const answer = await fetch(url, {
        method,
        headers,
        body: new Uint8Array(body),
        signal,
      }).catch(() => null);
      if (answer?.ok) return true;
      if (answer && answer.status < 500) return false;
      await pause(300);
    }
    return false;
  }
}

/** Waits for the workers, then compares rows, files and what was acknowledged. */
export async function countPhotos(world: World, mediaIds: readonly string[]): Promise<PhotoCount> {
  const { pool } = world.platform.database;
  const until = Date.now() + PATIENCE_MS;
  let ready = 0;
  while (Date.now() < until) {
    const { rows } = await pool.query<{ n: string }>(
      "select count(*) as n from media where id = any($1) and status = 'READY'",
      [mediaIds],
    );
    ready = Number(rows[0]?.n ?? 0);
    if (ready === mediaIds.length) break;
    await pause(500);
  }
  const report = await sweepStorage(world.platform, { dryRun: true });
  return {
    uploaded: mediaIds.length,
    lost: mediaIds.length - ready + report.picturesMissing + report.originalsMissing,
    doubled: mediaIds.length - new Set(mediaIds).size + report.orphans,
  };
}
