"use client";

import type { RatingScore } from "@oto/domain";
import { RATING_COMMENT_MAX, RATING_SCORES } from "@oto/domain";
import { Button, Card, Field, Sheet, Textarea } from "@oto/ui";
import { Star } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormats } from "../labels/use-formats";
import type { DealView } from "./deal-views";
import { StarsInput, StarsShown } from "./stars-input";
import { useDealMoves } from "./use-deal-moves";

type Rating = NonNullable<DealView["rating"]["mine"]>;

interface DealRatingProps {
  deal: DealView;
  counterpart: string;
  mayManage: boolean;
}

/** What both sides say of each other once the deal is done. */
export function DealRating({ deal, counterpart, mayManage }: DealRatingProps) {
  const t = useTranslations("deals");
  const formats = useFormats();
  const [open, setOpen] = useState(false);
  if (deal.status !== "COMPLETED") return null;
  const { closesAt, mine, shown, theirs, theirsGiven } = deal.rating;
  const canRate = deal.actions.includes("rate");
  const canEdit = deal.actions.includes("editRating");
  return (
    <Card title={t("ratings")} description={t("ratingsText")}>
      <div className="flex flex-col gap-4">
        {mine ? <RatingShown title={t("yourRating")} rating={mine} /> : null}
        {theirs ? (
          <RatingShown title={t("theirRating", { name: counterpart })} rating={theirs} />
        ) : null}
        {!theirs && theirsGiven ? (
          <p className="text-ink-muted">{t("theirsHidden", { name: counterpart })}</p>
        ) : null}
        {shown && !theirs ? <p className="text-ink-muted">{t("theirsMissing")}</p> : null}
        {mayManage && (canRate || canEdit) ? (
          <Button
            variant={canRate ? "accent" : "secondary"}
            size="lg"
            className="max-sm:w-full sm:w-fit"
            icon={<Star aria-hidden="true" />}
            onClick={() => setOpen(true)}
          >
            {t(canRate ? "rate" : "editRating", { name: counterpart })}
          </Button>
        ) : null}
        {closesAt && !shown ? (
          <p className="text-ink-subtle text-sm">
            {t("ratingCloses", { at: formats.instant(closesAt) })}
          </p>
        ) : null}
      </div>
      {open ? (
        <RatingSheet
          dealId={deal.dealId}
          counterpart={counterpart}
          known={mine}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </Card>
  );
}

function RatingShown({ title, rating }: { title: string; rating: Rating }) {
  return (
    <div>
      <p className="flex flex-wrap items-center gap-2 text-sm">
        <span className="text-ink-muted">{title}</span>
        <StarsShown stars={rating.stars} />
      </p>
      {rating.comment ? <p className="mt-1 italic">“{rating.comment}”</p> : null}
    </div>
  );
}

interface RatingSheetProps {
  dealId: string;
  counterpart: string;
  known: Rating | null;
  onClose: () => void;
}

function RatingSheet({ dealId, counterpart, known, onClose }: RatingSheetProps) {
  const t = useTranslations("deals");
  const common = useTranslations("common");
  const { rate } = useDealMoves();
  const [stars, setStars] = useState<number | null>(known?.stars ?? null);
  const [scores, setScores] = useState<Record<RatingScore, number | null>>({
    communication: known?.communication ?? null,
    accuracy: known?.accuracy ?? null,
    punctuality: known?.punctuality ?? null,
  });
  const [comment, setComment] = useState(known?.comment ?? "");
  return (
    <Sheet
      open
      onOpenChange={onClose}
      title={t("rate", { name: counterpart })}
      description={t("rateText")}
      closeLabel={common("close")}
      footer={
        <Button
          variant="accent"
          size="lg"
          block
          disabled={stars === null}
          loading={rate.isPending}
          onClick={() => {
            if (stars !== null) {
              rate.mutate({ dealId, stars, ...scores, comment }, { onSuccess: onClose });
            }
          }}
        >
          {t("sendRating")}
        </Button>
      }
    >
      <div className="flex flex-col gap-4 pt-1">
        <StarsInput label={t("overall")} value={stars} onChange={setStars} />
        {RATING_SCORES.map((score) => (
          <StarsInput
            key={score}
            label={t(`score.${score}`)}
            value={scores[score]}
            onChange={(value) => setScores((now) => ({ ...now, [score]: value }))}
          />
        ))}
        <Field label={t("comment")}>
          <Textarea
            rows={3}
            maxLength={RATING_COMMENT_MAX}
            value={comment}
            onChange={(event) => setComment(event.target.value)}
          />
        </Field>
      </div>
    </Sheet>
  );
}
