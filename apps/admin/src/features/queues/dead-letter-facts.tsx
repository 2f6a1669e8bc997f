"use client";

import { Button, Callout, SpecList } from "@oto/ui";
import { useTranslations } from "next-intl";
import { JsonView } from "../form/json-view";
import { useErrorText } from "../form/use-error-text";
import { useFormats } from "../labels/use-formats";
import type { DeadLetter } from "./dead-letter";

interface DeadLetterFactsProps {
  letter: DeadLetter;
  /** Why the last act on it was refused, if it was. */
  error: unknown;
  onConsumer: (consumerId: string) => void;
}

/** All that is known about a dead letter, its cause first. */
export function DeadLetterFacts({ letter, error, onConsumer }: DeadLetterFactsProps) {
  const t = useTranslations("queues");
  const { instant, number } = useFormats();
  const errorText = useErrorText();
  const { resolution } = letter;
  const known = resolution === "replayed" || resolution === "discarded";
  return (
    <div className="flex flex-col gap-5">
      {error ? (
        <Callout tone="danger" role="alert" title={t("actionFailed")}>
          {errorText(error)}
        </Callout>
      ) : null}
      <Callout tone="warn" title={t("cause")}>
        <p className="whitespace-pre-wrap break-words font-mono text-xs leading-relaxed">
          {letter.cause}
        </p>
      </Callout>
      <SpecList
        items={[
          {
            label: t("consumer"),
            value: (
              <Button variant="link" onClick={() => onConsumer(letter.consumerId)}>
                {letter.consumerId}
              </Button>
            ),
          },
          { label: t("attempts"), value: number(letter.attempts) },
          { label: t("when"), value: instant(letter.createdAt) },
          {
            label: t("eventId"),
            value: <span className="break-all font-mono text-xs">{letter.eventId}</span>,
          },
          ...(letter.resolvedAt === null
            ? []
            : [
                {
                  label: known ? t(resolution) : t("resolution"),
                  value: instant(letter.resolvedAt),
                },
              ]),
        ]}
      />
      <JsonView label={t("message")} value={letter.message} />
      {letter.resolvedAt === null ? (
        <p className="text-ink-subtle text-sm">{t("replayHint")}</p>
      ) : null}
    </div>
  );
}
