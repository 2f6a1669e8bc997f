"use client";

import { Button } from "@oto/ui";
import { ListChecks, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useBulkRejections } from "./bulk-rejections";
import { EndOfferDialog } from "./end-offer-dialog";
import type { OfferSelection } from "./use-selection";

/** What can be done with the chosen offers, at hand while any are chosen. */
export function BulkBar({ selection }: { selection: OfferSelection }) {
  const t = useTranslations("offers");
  const [asking, setAsking] = useState(false);
  const { reject } = useBulkRejections();
  const { chooseAll, chosen, clear } = selection;
  if (chosen.length === 0) return null;
  const send = (message: string) => {
    const offers = chosen.map(({ offerId, round }) => ({ offerId, round }));
    reject({ offers, ...(message ? { message } : {}) });
    setAsking(false);
    clear();
  };
  return (
    <section
      aria-label={t("bulk.bar")}
      className="sticky bottom-22 z-30 mt-4 flex flex-wrap items-center gap-2 rounded-card border bg-raised p-3 shadow-overlay lg:bottom-4"
    >
      <p role="status" className="mr-auto px-1 font-medium">
        {t("bulk.chosen", { count: chosen.length })}
      </p>
      <Button variant="ghost" icon={<ListChecks aria-hidden="true" />} onClick={chooseAll}>
        {t("bulk.all")}
      </Button>
      <Button variant="secondary" onClick={clear}>
        {t("bulk.clear")}
      </Button>
      <Button
        variant="danger"
        icon={<X aria-hidden="true" />}
        onClick={() => setAsking(true)}
        className="max-sm:w-full"
      >
        {t("bulk.reject", { count: chosen.length })}
      </Button>
      {asking ? (
        <EndOfferDialog
          act="reject"
          open
          onOpenChange={setAsking}
          busy={false}
          count={chosen.length}
          onConfirm={send}
        />
      ) : null}
    </section>
  );
}
