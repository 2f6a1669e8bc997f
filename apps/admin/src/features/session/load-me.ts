import "server-only";

import { errorData } from "@oto/trpc/client";
import { redirect } from "next/navigation";
import { cache } from "react";
import { serverClient } from "../../server-client";

/** Who asks for this page; whoever is not signed in (any more) is led to the sign-in page. */
export const loadMe = cache(async () => {
  const client = await serverClient();
  try {
    return await client.auth.me.query();
  } catch (error) {
    if (errorData(error)?.code === "UNAUTHORIZED") redirect("/giris");
    throw error;
  }
});
