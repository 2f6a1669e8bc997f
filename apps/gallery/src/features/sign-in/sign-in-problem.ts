import { z } from "zod";

const signInProblem = z.object({ message: z.string(), reason: z.string() });

/** Reads why a sign-in was refused from next-auth's error text; undefined for anything else. */
export function readSignInProblem(error: string | null | undefined) {
  try {
    return signInProblem.parse(JSON.parse(error ?? ""));
  } catch {
    return undefined;
  }
}
