import { connect } from "node:net";
import { expect, it } from "vitest";
import { servicesWanted } from "../env";
import { startRabbitmq } from "./rabbitmq";

const test = servicesWanted() ? it : it.skip;

/** Opens AMQP 0-9-1 and resolves to whether the broker answers with `connection.start`. */
function speaksAmqp(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: "127.0.0.1", port }, () => socket.write("AMQP\0\0\x09\x01"));
    socket.once("error", reject);
    socket.once("data", (frame) => {
      socket.destroy();
      resolve(frame.readUInt16BE(7) === 10 && frame.readUInt16BE(9) === 10);
    });
  });
}

test("RabbitMQ comes back at the same address after kill -9", async () => {
  const broker = await startRabbitmq();
  try {
    expect(await speaksAmqp(broker.port)).toBe(true);
    await broker.kill();
    await expect(speaksAmqp(broker.port)).rejects.toThrow("ECONNREFUSED");
    await broker.restart();
    expect(await speaksAmqp(broker.port)).toBe(true);
  } finally {
    await broker.stop();
  }
}, 120_000);
