"use client";

import { MAX_CHAT_TEXT } from "@oto/domain";
import { Button, Field, Input, Sheet, Textarea } from "@oto/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc";
import { useErrorToast } from "../form/use-error-text";
import type { CannedView } from "./support-views";

const SHORTEST = 2;
const TITLE_MAX = 120;

interface CannedSheetProps {
  /** Null for a new one. */
  answer: CannedView | null;
  onClose: () => void;
}

/** One answer that is often given. */
export function CannedSheet({ answer, onClose }: CannedSheetProps) {
  const t = useTranslations("support");
  const common = useTranslations("common");
  const { admin } = useTRPC();
  const queries = useQueryClient();
  const onError = useErrorToast();
  const [title, setTitle] = useState(answer?.title ?? "");
  const [text, setText] = useState(answer?.text ?? "");
  const done = {
    onError,
    onSuccess: () => {
      void queries.invalidateQueries(admin.support.canned.pathFilter());
      onClose();
    },
  };
  const save = useMutation(admin.support.canned.save.mutationOptions(done));
  const remove = useMutation(admin.support.canned.remove.mutationOptions(done));
  const complete = title.trim().length >= SHORTEST && text.trim().length >= SHORTEST;
  return (
    <Sheet
      open
      onOpenChange={(opened) => {
        if (!opened) onClose();
      }}
      title={t(answer === null ? "cannedNew" : "cannedEdit")}
      closeLabel={common("close")}
      footer={
        <>
          {answer === null ? null : (
            <Button
              variant="dangerSoft"
              loading={remove.isPending}
              onClick={() => remove.mutate({ cannedId: answer.cannedId })}
            >
              {t("remove")}
            </Button>
          )}
          <Button
            disabled={!complete}
            loading={save.isPending}
            onClick={() =>
              save.mutate({
                ...(answer === null ? {} : { cannedId: answer.cannedId, locale: answer.locale }),
                title: title.trim(),
                text: text.trim(),
              })
            }
          >
            {t("save")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label={t("cannedName")} required>
          <Input
            maxLength={TITLE_MAX}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </Field>
        <Field label={t("cannedBody")} required>
          <Textarea
            rows={8}
            maxLength={MAX_CHAT_TEXT}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
      </div>
    </Sheet>
  );
}
