"use client";

import { Button, ConfirmDialog, Sheet } from "@oto/ui";
import { RotateCcw, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { usePermission } from "../session/session-provider";
import type { DeadLetter } from "./dead-letter";
import { DeadLetterFacts } from "./dead-letter-facts";
import { useDeadLetterActions } from "./use-dead-letter-actions";

interface DeadLetterSheetProps {
  /** The one to look at; null closes. */
  letter: DeadLetter | null;
  onClose: () => void;
  /** Shows all dead letters of one consumer. */
  onConsumer: (consumerId: string) => void;
}

/** One dead letter: its cause, what it holds, and what to do with it. */
export function DeadLetterSheet({ letter, onClose, onConsumer }: DeadLetterSheetProps) {
  const t = useTranslations("queues");
  const common = useTranslations("common");
  const mayManage = usePermission("queue:manage");
  const [latest, setLatest] = useState(letter);
  const [confirming, setConfirming] = useState(false);
  const actions = useDeadLetterActions(onClose);
  // What is shown stays while the sheet slides away.
  if (letter !== null && letter !== latest) setLatest(letter);
  const busy = actions.replaying || actions.discarding;
  const open = letter !== null && letter.resolvedAt === null;
  const close = () => {
    actions.forget();
    onClose();
  };
  return (
    <>
      <Sheet
        open={letter !== null}
        onOpenChange={(next) => {
          if (!next && !busy) close();
        }}
        title={latest?.eventName ?? t("deadTitle")}
        closeLabel={common("close")}
        size="lg"
        footer={
          open && mayManage ? (
            <>
              <Button
                variant="secondary"
                icon={<Trash2 aria-hidden="true" />}
                disabled={busy}
                onClick={() => setConfirming(true)}
              >
                {t("discard")}
              </Button>
              <Button
                icon={<RotateCcw aria-hidden="true" />}
                loading={actions.replaying}
                disabled={actions.discarding}
                onClick={() => actions.replay(letter.id)}
              >
                {t("replay")}
              </Button>
            </>
          ) : undefined
        }
      >
        {latest === null ? null : (
          <DeadLetterFacts letter={latest} error={actions.error} onConsumer={onConsumer} />
        )}
      </Sheet>
      <ConfirmDialog
        open={confirming}
        onOpenChange={setConfirming}
        title={t("discardTitle")}
        description={t("discardText")}
        confirmLabel={t("discard")}
        cancelLabel={common("cancel")}
        tone="danger"
        onConfirm={() => {
          setConfirming(false);
          if (letter !== null) actions.discard(letter.id);
        }}
      />
    </>
  );
}
