import type { Permission } from "@oto/domain";
import { initTRPC } from "@trpc/server";
import type { ApiContext } from "./context";
import { shapeError } from "./errors";

/** Who may call a procedure; kept on the procedure itself so that tests and documents can read it. */
export type Access =
  | { readonly level: "public" }
  | { readonly level: "session" }
  | { readonly level: "gallery"; readonly permission: Permission }
  | { readonly level: "staff"; readonly permission: Permission };

export interface ProcedureMeta {
  readonly access?: Access;
}

/** The platform's tRPC instance: plain JSON, no transformer. */
export const t = initTRPC
  .context<ApiContext>()
  .meta<ProcedureMeta>()
  .create({
    errorFormatter: ({ shape, error, ctx }) => shapeError(shape, error, ctx),
    sse: { enabled: false },
  });
