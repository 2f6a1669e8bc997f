import { setTimeout as pause } from "node:timers/promises";
import type { Row } from "./row";

const BOTH = ["single", "cluster"] as const;

/** A worker is shot three times in the middle of its work. */
export const workerKilled: Row = {
  name: "worker: kill -9, three times",
  modes: BOTH,
  async damage({ workers }, load) {
    for (const share of [0.2, 0.45, 0.7]) {
      await load.reached(share);
      for (const worker of workers) worker.kill();
    }
    await Promise.all(workers.map((worker) => worker.whenReady()));
  },
};

/** An API process is shot; clients repeat what was not answered, under the same key. */
export const apiKilled: Row = {
  name: "API: kill -9, three times",
  modes: BOTH,
  async damage({ apis }, load) {
    for (const [index, share] of [0.2, 0.45, 0.7].entries()) {
      await load.reached(share);
      apis[index % apis.length]?.kill();
    }
    await Promise.all(apis.map((api) => api.whenReady()));
  },
};

/** Two relays compete for the outbox; one of them dies. */
export const twoRelays: Row = {
  name: "two relays at once, one killed",
  modes: BOTH,
  async damage(world, load) {
    const second = await world.addWorker(`relay-${Date.now()}`);
    await load.reached(0.5);
    second.kill();
    await second.whenReady();
    await load.reached(0.9);
    await second.stop();
  },
};

/** A worker stands still for longer than its leases last, then goes on as if nothing had been. */
export const workerFrozen: Row = {
  name: "worker: frozen, then woken",
  modes: BOTH,
  async damage({ workers }, load) {
    const frozen = workers[0];
    await load.reached(0.3);
    frozen?.signal("SIGSTOP");
    await pause(20_000);
    frozen?.signal("SIGCONT");
  },
};

/** All processes are replaced one after the other while clients work: nobody may notice. */
export const rollingRestart: Row = {
  name: "rolling restart of API and workers",
  modes: ["cluster"],
  async damage({ apis, workers }, load) {
    await load.reached(0.2);
    for (const part of [...apis, ...workers]) await part.roll();
  },
  async extra(_world, load) {
    return { stuck: load.troubles.serverErrors };
  },
};
