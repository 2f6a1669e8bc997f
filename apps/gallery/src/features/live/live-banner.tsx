"use client";

import { useSocketState } from "@oto/trpc/react";
import { CloudOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState, useSyncExternalStore } from "react";

/** A short loss heals before anybody has to read about it. */
const QUIET_MS = 4_000;

function subscribe(onChange: () => void): () => void {
  window.addEventListener("online", onChange);
  window.addEventListener("offline", onChange);
  return () => {
    window.removeEventListener("online", onChange);
    window.removeEventListener("offline", onChange);
  };
}

/** True once something has been so for a while. */
function useLasting(so: boolean): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLasting(so), so ? QUIET_MS : 0);
    return () => clearTimeout(timer);
  }, [so]);
  return lasting;
}

/** Says, quietly, that what is on the screen may be old. */
export function LiveBanner() {
  const t = useTranslations("live");
  const online = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
  const lost = useLasting(useSocketState() === "connecting");
  const shown = !online || lost;
  return (
    <div role="status" className="print:hidden">
      {shown ? (
        <p className="flex items-center justify-center gap-2 bg-warn-soft px-4 py-2 text-center text-sm text-warn-strong">
          <CloudOff aria-hidden="true" className="size-4 shrink-0" />
          {t(online ? "reconnecting" : "offline")}
        </p>
      ) : null}
    </div>
  );
}
