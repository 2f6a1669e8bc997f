"use client";

import type { SupportCategory } from "@oto/domain";
import { MAX_CHAT_TEXT, SUPPORT_CATEGORIES } from "@oto/domain";
import { Button, Callout, Field, Input, Select, Textarea } from "@oto/ui";
import { useMutation } from "@tanstack/react-query";
import { Send } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { useState } from "react";
import { useTRPC } from "../../trpc";
import { useErrorText } from "../form/use-error-text";

const SUBJECT = { min: 3, max: 160 } as const;

/** A new request to the platform; once sent, the conversation about it opens. */
export function OpenCase() {
  const t = useTranslations("support");
  const router = useRouter();
  const { support } = useTRPC();
  const errorText = useErrorText();
  const [category, setCategory] = useState<SupportCategory>("ACCOUNT");
  const [subject, setSubject] = useState("");
  const [text, setText] = useState("");
  const [tried, setTried] = useState(false);
  const open = useMutation(
    support.open.mutationOptions({
      onSuccess: ({ roomId }) => router.push(`/mesajlar/${roomId}`),
    }),
  );
  const subjectProblem = subject.trim().length < SUBJECT.min ? t("subjectMissing") : undefined;
  const textProblem = text.trim() === "" ? t("textMissing") : undefined;
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (subjectProblem !== undefined || textProblem !== undefined) return;
    open.mutate({ category, subject: subject.trim(), text: text.trim() });
  };
  return (
    <form noValidate aria-label={t("newTitle")} onSubmit={send} className="flex flex-col gap-4">
      <Field label={t("category")}>
        <Select
          options={SUPPORT_CATEGORIES.map((value) => ({ value, label: t(`categories.${value}`) }))}
          value={category}
          onValueChange={(value) =>
            setCategory(SUPPORT_CATEGORIES.find((known) => known === value) ?? "OTHER")
          }
        />
      </Field>
      <Field label={t("subject")} required error={tried ? subjectProblem : undefined}>
        <Input
          maxLength={SUBJECT.max}
          value={subject}
          onChange={(event) => setSubject(event.target.value)}
        />
      </Field>
      <Field label={t("text")} required error={tried ? textProblem : undefined}>
        <Textarea
          rows={5}
          maxLength={MAX_CHAT_TEXT}
          placeholder={t("textPlaceholder")}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      {open.error === null ? null : (
        <Callout tone="danger" role="alert">
          {errorText(open.error)}
        </Callout>
      )}
      <Button type="submit" loading={open.isPending} icon={<Send aria-hidden="true" />}>
        {t("send")}
      </Button>
    </form>
  );
}
