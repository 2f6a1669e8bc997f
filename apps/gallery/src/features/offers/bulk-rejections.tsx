"use client";

import { sendLastCall } from "@oto/trpc/react";
import { toast } from "@oto/ui";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { createContext, useCallback, useContext, useEffect, useRef, useState } from "react";
import { useTRPC } from "../../trpc";
import { useErrorToast } from "../form/use-error-text";
import { useInvalidate } from "../live/use-invalidate";

/** So long one may change one's mind. A rejection that was sent has been told to the other side. */
const UNDO_MS = 8_000;

interface Asked {
  offers: { offerId: string; round: number }[];
  message?: string | undefined;
}

interface BulkRejections {
  /** Those that are about to be rejected; boards leave them out. */
  pending: ReadonlySet<string>;
  reject: (asked: Asked) => void;
}

const Context = createContext<BulkRejections>({ pending: new Set(), reject: () => undefined });

/** Rejections of several offers, and those that wait for their undo window to close. */
export const useBulkRejections = () => useContext(Context);

interface Waiting {
  asked: Asked;
  timer: ReturnType<typeof setTimeout>;
}

/**
 * Holds rejections of several offers back for some seconds, in which they can be undone. Lives
 * around all pages, so that going on to the next one changes nothing; a page that is closed sends
 * what it holds.
 */
export function BulkRejectionsProvider({ children }: { children: ReactNode }) {
  const t = useTranslations("offers");
  const trpc = useTRPC();
  const invalidate = useInvalidate();
  const showError = useErrorToast();
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set());
  const waiting = useRef(new Set<Waiting>());
  const forget = useCallback(({ offers }: Asked) => {
    const gone = new Set(offers.map(({ offerId }) => offerId));
    setPending((held) => new Set([...held].filter((id) => !gone.has(id))));
  }, []);
  const { mutate } = useMutation(
    trpc.offer.rejectMany.mutationOptions({
      onSuccess: ({ items, rejected }) => {
        const kept = items.length - rejected;
        if (kept === 0) toast.success(t("bulk.done", { count: rejected }));
        else toast.warning(t("bulk.partly", { rejected, kept }));
      },
      onError: showError,
      onSettled: (_answer, _error, asked) => {
        invalidate(["offer", "marketplace"]);
        forget(asked);
      },
    }),
  );
  const reject = useCallback(
    (asked: Asked) => {
      setPending((held) => new Set([...held, ...asked.offers.map(({ offerId }) => offerId)]));
      const entry: Waiting = {
        asked,
        timer: setTimeout(() => {
          waiting.current.delete(entry);
          mutate(asked);
        }, UNDO_MS),
      };
      waiting.current.add(entry);
      toast(t("bulk.held", { count: asked.offers.length }), {
        duration: UNDO_MS,
        action: {
          label: t("bulk.undo"),
          onClick: () => {
            clearTimeout(entry.timer);
            if (waiting.current.delete(entry)) forget(asked);
            else toast.info(t("bulk.tooLate"));
          },
        },
      });
    },
    [forget, mutate, t],
  );
  useEffect(() => {
    const flush = () => {
      for (const { asked, timer } of waiting.current) {
        clearTimeout(timer);
        sendLastCall("offer.rejectMany", asked);
        forget(asked);
      }
      waiting.current.clear();
    };
    window.addEventListener("pagehide", flush);
    return () => window.removeEventListener("pagehide", flush);
  }, [forget]);
  return <Context value={{ pending, reject }}>{children}</Context>;
}
