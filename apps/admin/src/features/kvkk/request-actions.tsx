"use client";

import { Button, ConfirmDialog, Field, Textarea, toast } from "@oto/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc";
import { useErrorToast } from "../form/use-error-text";
import type { DataRequest } from "./data-requests";

/** Lets an erasure begin, or refuses it with a reason. */
export function RequestActions({ request }: { request: DataRequest }) {
  const t = useTranslations("kvkk");
  const trpc = useTRPC();
  const client = useQueryClient();
  const [asking, setAsking] = useState<"approve" | "reject" | null>(null);
  const [note, setNote] = useState("");
  const { requestId, person } = request;
  const options = {
    onSuccess: () => void toast.success(t("decided")),
    onError: useErrorToast(),
    onSettled: () => {
      setAsking(null);
      void client.invalidateQueries(trpc.admin.kvkk.list.infiniteQueryFilter());
    },
  };
  const approve = useMutation(trpc.admin.kvkk.approve.mutationOptions(options));
  const reject = useMutation(trpc.admin.kvkk.reject.mutationOptions(options));
  const refusing = asking === "reject";
  return (
    <div className="flex flex-wrap justify-end gap-2">
      <Button size="sm" variant="dangerSoft" onClick={() => setAsking("approve")}>
        {t("approve")}
        <span className="sr-only">: {person.name}</span>
      </Button>
      <Button size="sm" variant="secondary" onClick={() => setAsking("reject")}>
        {t("reject")}
        <span className="sr-only">: {person.name}</span>
      </Button>
      <ConfirmDialog
        open={asking !== null}
        onOpenChange={(open) => {
          if (!open) setAsking(null);
        }}
        tone="danger"
        title={t(refusing ? "rejectTitle" : "approveTitle", { name: person.name })}
        description={t(refusing ? "rejectText" : "approveText")}
        confirmLabel={t(refusing ? "reject" : "approve")}
        cancelLabel={t("cancel")}
        busy={approve.isPending || reject.isPending}
        onConfirm={() =>
          refusing
            ? reject.mutate({ requestId, ...(note.trim() ? { note } : {}) })
            : approve.mutate({ requestId })
        }
      >
        {refusing ? (
          <Field label={t("reason")} required>
            <Textarea
              value={note}
              maxLength={1_000}
              onChange={(event) => setNote(event.target.value)}
            />
          </Field>
        ) : null}
      </ConfirmDialog>
    </div>
  );
}
