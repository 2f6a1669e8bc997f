"use client";

import { SUPPORT_STATUSES } from "@oto/domain";
import { Button, Card, Field, Select, SpecList, toast } from "@oto/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { useErrorToast } from "../form/use-error-text";
import { useFormats } from "../labels/use-formats";
import { useMe, usePermission } from "../session/session-provider";
import type { CaseView } from "./support-views";

const NOBODY = "NOBODY";

/** Where a case stands and whose it is, to be changed on the spot. */
export function CaseFacts({ item }: { item: CaseView }) {
  const t = useTranslations("support");
  const { instant } = useFormats();
  const { admin } = useTRPC();
  const queries = useQueryClient();
  const showError = useErrorToast();
  const { user } = useMe();
  const mayAnswer = usePermission("support:answer");
  const { assignee, caseId, category, closedAt, createdAt, kind, openedBy, status } = item;
  const settled = {
    onError: showError,
    onSettled: () => void queries.invalidateQueries(admin.support.pathFilter()),
  };
  const assign = useMutation(admin.support.assign.mutationOptions(settled));
  const setStatus = useMutation(
    admin.support.setStatus.mutationOptions({
      ...settled,
      onSuccess: () => void toast.success(t("statusChanged")),
    }),
  );
  const mine = assignee?.userId === user.id;
  const staff = useQuery(
    admin.support.assignees.queryOptions(undefined, { enabled: mayAnswer }),
  ).data;
  // Whoever has the case stands in the list, also before it has come or after they left the desk.
  const known = staff ?? [];
  const people =
    assignee === null || known.some(({ userId }) => userId === assignee.userId)
      ? known
      : [assignee, ...known];
  const give = (next: string) => {
    const assigneeId = next === NOBODY ? null : next;
    if (assigneeId !== (assignee?.userId ?? null)) assign.mutate({ caseId, assigneeId });
  };
  return (
    <Card title={t("factsTitle")}>
      <div className="flex flex-col gap-4">
        {mayAnswer ? (
          <Field label={t("status")}>
            <Select
              value={status}
              onValueChange={(next) => {
                const wanted = SUPPORT_STATUSES.find((known) => known === next);
                if (wanted !== undefined && wanted !== status) {
                  setStatus.mutate({ caseId, status: wanted });
                }
              }}
              options={SUPPORT_STATUSES.map((value) => ({
                value,
                label: t(`statuses.${value}`),
              }))}
            />
          </Field>
        ) : null}
        {mayAnswer ? (
          <Field label={t("assignee")}>
            <Select
              value={assignee?.userId ?? NOBODY}
              onValueChange={give}
              options={[
                { value: NOBODY, label: t("nobody") },
                ...people.map(({ name, userId }) => ({
                  value: userId,
                  label: userId === user.id ? t("assigneeMe", { name }) : name,
                })),
              ]}
            />
          </Field>
        ) : null}
        <SpecList
          items={[
            ...(mayAnswer ? [] : [{ label: t("assignee"), value: assignee?.name ?? t("nobody") }]),
            { label: t("kind"), value: t(`kinds.${kind}`) },
            {
              label: t("category"),
              value: t.has(`categories.${category}`) ? t(`categories.${category}`) : category,
            },
            { label: t("openedBy"), value: openedBy?.name ?? t("platform") },
            { label: t("createdAt"), value: instant(createdAt) },
            ...(closedAt === null ? [] : [{ label: t("closedAt"), value: instant(closedAt) }]),
          ]}
        />
        {mayAnswer ? (
          <Button
            variant="secondary"
            loading={assign.isPending}
            onClick={() => assign.mutate({ caseId, assigneeId: mine ? null : user.id })}
          >
            {t(mine ? "release" : "take")}
          </Button>
        ) : null}
      </div>
    </Card>
  );
}
