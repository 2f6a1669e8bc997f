export { createTrpcReact, TrpcRoot, type TrpcRootProps } from "./create-trpc-react";
export { sendLastCall } from "./last-call";
export { SocketStateProvider, useSocketState } from "./socket-state";
