import type { Socket } from "node:net";
import { connect, createServer } from "node:net";

export interface CutOff {
  readonly port: number;
  /** Breaks every connection; new ones are refused for as long as it is `away`. */
  cut(options?: { readonly away: boolean }): void;
  /** Lets new connections through again. */
  mend(): void;
  close(): Promise<void>;
}

/** A cable to a local port that can be cut. */
export async function openCutOff(target: number): Promise<CutOff> {
  const sockets = new Set<Socket>();
  let isAway = false;
  const server = createServer((near) => {
    if (isAway) return near.destroy();
    const far = connect({ host: "127.0.0.1", port: target });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on("error", () => undefined);
      one.on("close", () => {
        sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const cut = ({ away } = { away: false }) => {
    isAway = away;
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: typeof address === "object" && address ? address.port : 0,
    cut,
    mend: () => {
      isAway = false;
    },
    async close() {
      cut({ away: true });
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
