"use client";

import { useEffect, useState } from "react";

/**
 * The token behind `#` of a link that was sent by e-mail. It is taken out of the address at once,
 * so that it stays in no history.
 *
 * @returns undefined before it was looked for, null where there is none
 */
export function useLinkToken(): string | null | undefined {
  const [token, setToken] = useState<string | null>();
  useEffect(() => {
    const found = new URLSearchParams(window.location.hash.slice(1)).get("token");
    // A second look (strict mode) finds the address cleaned already.
    setToken((known) => found ?? known ?? null);
    if (found) {
      const { pathname, search } = window.location;
      window.history.replaceState(null, "", pathname + search);
    }
  }, []);
  return token;
}
