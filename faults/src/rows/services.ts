import { setTimeout as pause } from "node:timers/promises";
import type { RunningService } from "@oto/testing/services";
import type { ClusterServices } from "../services";
import type { World } from "../world";
import type { Row } from "./row";

const AWAY_MS = 10_000;
const BROKER_AWAY_MS = 60_000;

function servicesOf({ services }: World): ClusterServices {
  if (!services) throw new Error("a single node has no such service");
  return services;
}

const allReady = ({ apis, workers }: World) =>
  Promise.all([...apis, ...workers].map((part) => part.whenReady(120_000)));

/** A service that is shot in the middle of the load and comes back after a while. */
const away = (
  name: string,
  ms: number,
  which: (services: ClusterServices) => RunningService,
): Row => ({
  name,
  modes: ["cluster"],
  async damage(world, load) {
    const service = which(servicesOf(world));
    await load.reached(0.3);
    await service.kill();
    await pause(ms);
    await service.restart();
    await allReady(world);
  },
});

/** The broker dies at full speed, right after confirms, and is up again at once. */
export const brokerKilled: Row = {
  name: "broker: kill -9, twice",
  modes: ["cluster"],
  async damage(world, load) {
    const { broker } = servicesOf(world);
    for (const share of [0.3, 0.7]) {
      await load.reached(share);
      await broker.kill();
      await broker.restart();
    }
    await allReady(world);
  },
};

export const brokerAway = away("broker: away for 60 s", BROKER_AWAY_MS, ({ broker }) => broker);
export const redisAway = away("Redis: kill -9, away for 10 s", AWAY_MS, ({ redis }) => redis);
export const searchAway = away("search: kill -9, away for 10 s", AWAY_MS, ({ search }) => search);

/** Every connection to the broker breaks, again and again, publishing and consuming ones alike. */
export const brokerCut: Row = {
  name: "broker: connections cut, ten times",
  modes: ["cluster"],
  async damage(world, load) {
    const { brokerCable } = servicesOf(world);
    for (let times = 1; times <= 10; times += 1) {
      await load.reached(times / 12);
      brokerCable.cut();
    }
  },
};

/** Whatever Redis knew is gone while everything goes on. */
export const redisFlushed: Row = {
  name: "Redis: flushed, ten times",
  modes: ["cluster"],
  async damage(world, load) {
    const { redis } = servicesOf(world);
    for (let times = 1; times <= 10; times += 1) {
      await load.reached(times / 12);
      await redis.send("flushall");
    }
  },
};

/** The replica stands still, then dies, then comes back: readers go to the primary meanwhile. */
export const replicaFaults: Row = {
  name: "replica: lagging, then stopped",
  modes: ["cluster"],
  async damage(world, load) {
    const { replica } = servicesOf(world).pair;
    await load.reached(0.2);
    await replica.pause();
    await load.reached(0.5);
    await replica.resume();
    await replica.kill();
    await load.reached(0.8);
    await replica.restart();
    await allReady(world);
  },
};
