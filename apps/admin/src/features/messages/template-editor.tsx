"use client";

import { Badge, Button, Callout, Chip, Field, Input, Textarea } from "@oto/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { RotateCcw, Save, Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDeferredValue, useRef, useState } from "react";
import { useTRPC } from "../../trpc";
import { useErrorText } from "../form/use-error-text";
import { usePermission } from "../session/session-provider";
import type { TemplateView } from "./message-views";
import { TemplatePreviewBox } from "./template-preview";
import { TemplateVersions } from "./template-versions";
import { useTemplateActions } from "./use-template-actions";

/** One text: written, checked and seen while it is written, saved as the next version. */
export function TemplateEditor({ template }: { template: TemplateView }) {
  const t = useTranslations("messages");
  const trpc = useTRPC();
  const errorText = useErrorText();
  const mayEdit = usePermission("message:edit");
  const { channel, locale, name, version } = template;
  const [text, setText] = useState(template.text);
  const [note, setNote] = useState("");
  const body = useRef<HTMLTextAreaElement>(null);
  const shown = useDeferredValue(text);
  const key = { name, channel, locale };
  const { data: preview } = useQuery(
    trpc.admin.messages.preview.queryOptions(
      { ...key, ...shown },
      { placeholderData: keepPreviousData },
    ),
  );
  const { error, revert, save, test } = useTemplateActions();
  const dirty = text.body !== template.text.body || text.subject !== template.text.subject;
  const sound = preview !== undefined && preview.problems.length === 0;

  const insert = (variable: string) => {
    const at = body.current?.selectionStart ?? text.body.length;
    setText({ ...text, body: `${text.body.slice(0, at)}{${variable}}${text.body.slice(at)}` });
    body.current?.focus();
  };

  return (
    <div className="flex flex-col gap-5">
      {error ? (
        <Callout tone="danger" role="alert">
          {errorText(error)}
        </Callout>
      ) : null}
      <p>
        <Badge tone={template.changed ? "brand" : "neutral"}>
          {template.changed ? t("versionOf", { version }) : t("ownText")}
        </Badge>
      </p>
      {text.subject === null ? null : (
        <Field label={t("subject")}>
          <Input
            value={text.subject}
            disabled={!mayEdit}
            onChange={(event) => setText({ ...text, subject: event.target.value })}
          />
        </Field>
      )}
      <Field label={t("body")} hint={t("bodyHint")}>
        <Textarea
          ref={body}
          rows={channel === "email" ? 10 : 4}
          value={text.body}
          disabled={!mayEdit}
          onChange={(event) => setText({ ...text, body: event.target.value })}
        />
      </Field>
      <ul aria-label={t("variables")} className="flex flex-wrap gap-2">
        {template.variables.map((variable) => (
          <li key={variable.name}>
            <Chip onPress={() => insert(variable.name)}>
              {`{${variable.name}}`}
              {variable.required ? ` · ${t("required")}` : ""}
            </Chip>
          </li>
        ))}
      </ul>
      {preview === undefined ? null : <TemplatePreviewBox preview={preview} />}
      {mayEdit ? (
        <>
          <Field label={t("note")}>
            <Input value={note} maxLength={300} onChange={(event) => setNote(event.target.value)} />
          </Field>
          <div className="flex flex-wrap gap-3">
            <Button
              icon={<Save aria-hidden="true" />}
              disabled={!dirty || !sound}
              loading={save.isPending}
              onClick={() =>
                save.mutate({ ...key, ...text, version, ...(note.trim() ? { note } : {}) })
              }
            >
              {t("save")}
            </Button>
            {channel === "sms" || channel === "email" ? (
              <Button
                variant="secondary"
                icon={<Send aria-hidden="true" />}
                disabled={!sound}
                loading={test.isPending}
                onClick={() => test.mutate({ ...key, ...text, channel })}
              >
                {t("test")}
              </Button>
            ) : null}
            {template.changed ? (
              <Button
                variant="ghost"
                icon={<RotateCcw aria-hidden="true" />}
                loading={revert.isPending}
                onClick={() => revert.mutate({ ...key, version })}
              >
                {t("revert")}
              </Button>
            ) : null}
          </div>
        </>
      ) : null}
      <TemplateVersions versions={template.versions} onTake={setText} />
    </div>
  );
}
