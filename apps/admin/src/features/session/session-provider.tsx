"use client";

import type { AppRouter } from "@oto/api";
import type { Permission } from "@oto/domain";
import type { inferRouterOutputs } from "@trpc/server";
import type { ReactNode } from "react";
import { createContext, useContext } from "react";

export type Me = inferRouterOutputs<AppRouter>["auth"]["me"];

const SessionContext = createContext<Me | null>(null);

/** Tells everything below who is signed in, as the server knew it when the page was drawn. */
export function SessionProvider({ me, children }: { me: Me; children: ReactNode }) {
  return <SessionContext value={me}>{children}</SessionContext>;
}

/** The person and what they may do. Only below a {@link SessionProvider}. */
export function useMe(): Me {
  const me = useContext(SessionContext);
  if (me === null) throw new Error("useMe needs a SessionProvider above");
  return me;
}

/** Whether the person may do this now. */
export function usePermission(permission: Permission): boolean {
  return useMe().permissions.includes(permission);
}
