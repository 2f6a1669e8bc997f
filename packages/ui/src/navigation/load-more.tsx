"use client";

import { useEffect, useRef } from "react";
import { Button } from "../button/button";

interface LoadMoreProps {
  hasMore: boolean;
  loading: boolean;
  onLoadMore: () => void;
  label: string;
  loadingLabel: string;
  /** Said when the end is reached ("36 of 36"). */
  endLabel?: string | undefined;
  /** Also loads by itself when scrolled near; default yes. The button stays for keyboards. */
  auto?: boolean | undefined;
}

/** The end of a list that has more. */
export function LoadMore({
  hasMore,
  loading,
  onLoadMore,
  label,
  loadingLabel,
  endLabel,
  auto = true,
}: LoadMoreProps) {
  const ref = useRef<HTMLDivElement>(null);
  const latest = useRef(onLoadMore);
  useEffect(() => {
    latest.current = onLoadMore;
  });
  const watch = auto && hasMore && !loading;
  useEffect(() => {
    const target = ref.current;
    if (!watch || target === null) {
      return;
    }
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) {
          latest.current();
        }
      },
      { rootMargin: "500px" },
    );
    observer.observe(target);
    return () => observer.disconnect();
  }, [watch]);
  return (
    <div ref={ref} className="flex min-h-20 items-center justify-center py-4">
      {hasMore ? (
        <Button variant="secondary" loading={loading} onClick={onLoadMore}>
          {loading ? loadingLabel : label}
        </Button>
      ) : (
        <p className="text-ink-subtle text-sm">{endLabel}</p>
      )}
    </div>
  );
}
