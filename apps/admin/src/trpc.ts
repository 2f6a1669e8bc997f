"use client";

import type { AppRouter } from "@oto/api";
import { createTrpcReact } from "@oto/trpc/react";

export const { TRPCProvider, useTRPC, useTRPCClient } = createTrpcReact<AppRouter>();
