import { z } from "zod";
import { PUSH_HOSTS } from "./push-hosts";

/** Push services that browsers may name, separated by commas. */
export const pushHostsField = z
  .string()
  .default(PUSH_HOSTS.join(","))
  .transform((text) =>
    text
      .split(",")
      .map((host) => host.trim())
      .filter(Boolean),
  );
