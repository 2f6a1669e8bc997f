import { setTimeout as pause } from "node:timers/promises";
import type { OpenPlatform, Platform } from "@oto/services";
import { expireOffers, remindOfOffers } from "@oto/services/offer";
import { expireReservations, remindOfReservations } from "@oto/services/reservation";
import type { Board } from "./board";
import { Chance } from "./chance";
import type { Client } from "./client";
import type { Scene } from "./people";
import type { Table } from "./players";
import { playBuyer, playSeller } from "./players";

const MINUTE_MS = 60_000;
const TICK_MS = 700;
/** How far a clock is ahead, in minutes: enough for short proposals, or for a reservation. */
const AHEAD = { reminders: 35, offers: 61, reservations: 49 * 60 } as const;

const ahead = (platform: Platform, minutes: number): Platform => ({
  ...platform,
  now: () => new Date(Date.now() + minutes * MINUTE_MS),
});

/** Clocks run out twice at once, as with two workers, while everybody trades. */
async function tick(platform: OpenPlatform, turn: number): Promise<void> {
  const twice = (work: () => Promise<number>) => Promise.all([work(), work()]);
  await twice(() => remindOfOffers(ahead(platform, AHEAD.reminders)));
  await twice(() => expireOffers(ahead(platform, AHEAD.offers)));
  if (turn % 3 !== 0) return;
  await twice(() => remindOfReservations(ahead(platform, AHEAD.reservations / 2)));
  await twice(() => expireReservations(ahead(platform, AHEAD.reservations)));
}

export interface LoadOptions {
  platform: OpenPlatform;
  client: Client;
  board: Board;
  scene: Scene;
  operations: number;
  onProgress: (answered: number) => void;
}

/** Everybody acts as fast as they are answered, until enough calls have been. */
export async function runLoad(options: LoadOptions): Promise<void> {
  const { board, client, operations, platform, scene } = options;
  let running = true;
  const play = async (seed: number, turn: (table: Table) => Promise<void>) => {
    const table = { client, board, chance: new Chance(seed) };
    while (client.answered < operations) {
      const before = client.answered;
      await turn(table);
      if (client.answered === before) await pause(1);
    }
  };
  const clock = async () => {
    for (let turn = 0; running; turn += 1) {
      await tick(platform, turn);
      // A reservation that the clock ended is for nobody to cancel.
      if (turn % 3 === 0) for (const vehicle of board.vehicles) vehicle.reservation = null;
      options.onProgress(client.answered);
      await pause(TICK_MS);
    }
  };
  const clocks = clock();
  await Promise.all([
    ...scene.buyers.map((person, at) => play(at, (table) => playBuyer(table, person))),
    ...scene.sellers.map((person, at) => play(1_000 + at, (table) => playSeller(table, person))),
  ]);
  running = false;
  await clocks;
}
