"use client";

import type { AppRouter } from "@oto/api";
import { formatPhone } from "@oto/domain";
import { Avatar, Badge, Button, ConfirmDialog, ListRow, Select, toast } from "@oto/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc";
import { useErrorToast } from "../form/use-error-text";
import { useFormats } from "../labels/use-formats";
import { HandOverDialog } from "./hand-over-dialog";
import { toGivenRole, useRoleOptions } from "./use-roles";

type Member = inferRouterOutputs<AppRouter>["staff"]["list"]["items"][number];

/** One colleague, with what the owner may do about them. */
export function MemberRow({ member, mayManage }: { member: Member; mayManage: boolean }) {
  const t = useTranslations("team");
  const domain = useTranslations("domain");
  const formats = useFormats();
  const name = `${member.firstName} ${member.lastName}`;
  const fixed = !mayManage || member.self || member.role === "OWNER";
  const seen =
    member.lastSeenAt === null
      ? t("neverSeen")
      : t("lastSeen", { date: formats.instant(member.lastSeenAt) });
  const reach = member.phone === null ? member.email : formatPhone(member.phone);
  return (
    <li>
      <ListRow
        leading={<Avatar name={name} />}
        title={member.self ? t("you", { name }) : name}
        description={`${reach} · ${seen}`}
        trailing={
          fixed ? (
            <Badge tone={member.role === "OWNER" ? "brand" : "neutral"}>
              {domain(`galleryRole.${member.role}`)}
            </Badge>
          ) : null
        }
      />
      {fixed ? null : <MemberActions member={member} name={name} />}
    </li>
  );
}

function MemberActions({ member, name }: { member: Member; name: string }) {
  const t = useTranslations("team");
  const { staff } = useTRPC();
  const queries = useQueryClient();
  const [removing, setRemoving] = useState(false);
  const { userId } = member;
  const common = {
    onError: useErrorToast(),
    onSettled: () => {
      setRemoving(false);
      return queries.invalidateQueries(staff.list.queryFilter());
    },
  };
  const change = useMutation(
    staff.changeRole.mutationOptions({
      ...common,
      onSuccess: () => void toast.success(t("roleChanged", { name })),
    }),
  );
  const remove = useMutation(
    staff.remove.mutationOptions({
      ...common,
      onSuccess: () => void toast.success(t("removed", { name })),
    }),
  );
  return (
    <div className="flex flex-wrap items-center gap-2 px-3 pb-3 sm:pl-16">
      <div className="w-40">
        <Select
          aria-label={t("roleOf", { name })}
          options={useRoleOptions()}
          value={toGivenRole(member.role)}
          disabled={change.isPending}
          onValueChange={(role) => change.mutate({ userId, role: toGivenRole(role) })}
        />
      </div>
      <HandOverDialog userId={userId} name={name} />
      <ConfirmDialog
        open={removing}
        onOpenChange={setRemoving}
        tone="danger"
        trigger={
          <Button size="sm" variant="dangerSoft" aria-label={t("removeOf", { name })}>
            {t("remove")}
          </Button>
        }
        title={t("removeTitle", { name })}
        description={t("removeText")}
        confirmLabel={t("remove")}
        cancelLabel={t("cancel")}
        busy={remove.isPending}
        onConfirm={() => remove.mutate({ userId })}
      />
    </div>
  );
}
