export { createTrpcReact, TrpcRoot, type TrpcRootProps } from "./create-trpc-react";
export { SocketStateProvider, useSocketState } from "./socket-state";
