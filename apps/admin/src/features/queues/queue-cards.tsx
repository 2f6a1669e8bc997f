"use client";

import { Card, Skeleton, Sparkline } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useDuration } from "../labels/use-duration";
import { useFormats } from "../labels/use-formats";
import type { Figures } from "../overview/figures";
import type { DepthHistory } from "./depth-history";
import { addDepths } from "./depth-history";
import { useQueueName } from "./use-queue-name";

const OUTBOX = "outbox";
const PLACES = ["a", "b", "c", "d"];

type QueueState = Figures["queues"][number];

const waitingIn = ({ ready, delayed, inFlight }: QueueState) => ready + delayed + inFlight;

/** What was read since the page was opened, for the small graphs. */
function useDepthHistory(figures: Figures | undefined, readAt: number): DepthHistory {
  const [state, setState] = useState<{ readAt: number; history: DepthHistory }>({
    readAt: 0,
    history: {},
  });
  if (figures === undefined || readAt === state.readAt) return state.history;
  const depths = figures.queues.map((queue) => [queue.queue, waitingIn(queue)] as const);
  const history = addDepths(state.history, {
    ...Object.fromEntries(depths),
    [OUTBOX]: figures.outboxUnpublished,
  });
  setState({ readAt, history });
  return history;
}

interface DepthProps {
  name: string;
  waiting: number;
  history: readonly number[];
}

function Depth({ name, waiting, history }: DepthProps) {
  const t = useTranslations("queues");
  const { number } = useFormats();
  const values = history.length < 2 ? [waiting, waiting] : history;
  return (
    <>
      <p className="font-[620] text-[1.75rem] text-ink leading-9 tracking-[-0.025em]">
        {number(waiting)}
        <span className="sr-only"> {t("waiting", { count: waiting })}</span>
      </p>
      <Sparkline
        values={values}
        tone={waiting > 0 ? "accent" : "success"}
        label={t("depthChart", { queue: name, count: number(waiting) })}
        className="mt-2"
      />
    </>
  );
}

function QueueNumbers({ queue }: { queue: QueueState }) {
  const t = useTranslations("queues");
  const { number } = useFormats();
  const duration = useDuration();
  const waiting = waitingIn(queue);
  const rows = [
    [t("ready"), number(queue.ready)],
    [t("delayed"), number(queue.delayed)],
    [t("inFlight"), number(queue.inFlight)],
    [t("oldest"), waiting > 0 ? duration(queue.oldestAgeMs) : "–"],
  ] as const;
  return (
    <dl className="mt-3 grid gap-y-1 text-sm">
      {rows.map(([label, value]) => (
        <div key={label} className="flex justify-between gap-2">
          <dt className="text-ink-muted">{label}</dt>
          <dd className="font-medium text-ink tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface QueueCardsProps {
  figures: Figures | undefined;
  /** When they were read, ms since epoch. */
  readAt: number;
}

/** Every queue with its live depth, and the outbox before them. */
export function QueueCards({ figures, readAt }: QueueCardsProps) {
  const t = useTranslations("queues");
  const nameOf = useQueueName();
  const history = useDepthHistory(figures, readAt);
  return (
    <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-5">
      {figures === undefined
        ? PLACES.map((id) => <Skeleton key={id} className="h-48 rounded-card" />)
        : figures.queues.map((queue) => (
            <Card key={queue.queue} title={nameOf(queue.queue)}>
              <Depth
                name={nameOf(queue.queue)}
                waiting={waitingIn(queue)}
                history={history[queue.queue] ?? []}
              />
              <QueueNumbers queue={queue} />
            </Card>
          ))}
      {figures === undefined ? null : (
        <Card title={t("outbox")} className="sm:max-xl:col-span-2">
          <Depth
            name={t("outbox")}
            waiting={figures.outboxUnpublished}
            history={history[OUTBOX] ?? []}
          />
          <p className="mt-3 text-ink-muted text-sm">{t("outboxText")}</p>
        </Card>
      )}
    </div>
  );
}
