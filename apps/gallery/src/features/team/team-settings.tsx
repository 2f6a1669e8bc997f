"use client";

import { formatPhone } from "@oto/domain";
import { Badge, Button, Card, ListRow, Skeleton, toast } from "@oto/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Mail, Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { QueryError } from "../form/query-error";
import { useErrorToast } from "../form/use-error-text";
import { useFormats } from "../labels/use-formats";
import { usePermission } from "../session/session-provider";
import { InviteForm } from "./invite-form";
import { MemberRow } from "./member-row";

/** Who works in the gallery, who was asked to, and the way to ask somebody. */
export function TeamSettings() {
  const t = useTranslations("team");
  const { staff } = useTRPC();
  const mayManage = usePermission("staff:manage");
  const query = useQuery(staff.list.queryOptions());
  if (query.data === undefined) {
    return query.isError ? (
      <QueryError error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <Skeleton className="h-72 rounded-card" />
    );
  }
  return (
    <div className="flex flex-col gap-5">
      <Card title={t("title")} description={t("text")} padding="flush">
        <ul className="divide-y px-2 pb-2">
          {query.data.items.map((member) => (
            <MemberRow key={member.userId} member={member} mayManage={mayManage} />
          ))}
        </ul>
      </Card>
      {query.data.invitations.length > 0 ? <Invitations mayManage={mayManage} /> : null}
      {mayManage ? <InviteForm /> : null}
    </div>
  );
}

function Invitations({ mayManage }: { mayManage: boolean }) {
  const t = useTranslations("team");
  const domain = useTranslations("domain");
  const { staff } = useTRPC();
  const queries = useQueryClient();
  const formats = useFormats();
  const { data } = useQuery(staff.list.queryOptions());
  const onError = useErrorToast();
  const options = (said: string) => ({
    onSuccess: () => void toast.success(said),
    onError,
    onSettled: () => queries.invalidateQueries(staff.list.queryFilter()),
  });
  const resend = useMutation(staff.resend.mutationOptions(options(t("resent"))));
  const revoke = useMutation(staff.revoke.mutationOptions(options(t("revoked"))));
  return (
    <Card title={t("invitations")} padding="flush">
      <ul className="divide-y px-2 pb-2">
        {data?.invitations.map(({ invitationId, phone, email, role, ...row }) => {
          const to = phone === null ? (email ?? "") : formatPhone(phone);
          return (
            <li key={invitationId}>
              <ListRow
                leading={
                  <span className="text-ink-muted [&_svg]:size-6">
                    {phone === null ? <Mail aria-hidden="true" /> : <Phone aria-hidden="true" />}
                  </span>
                }
                title={to}
                description={`${domain(`galleryRole.${role}`)} · ${t("sent", { date: formats.instant(row.sentAt) })}`}
                trailing={
                  <span className="flex flex-wrap items-center justify-end gap-2">
                    {row.expired ? <Badge tone="warn">{t("expired")}</Badge> : null}
                    {mayManage ? (
                      <>
                        <Button
                          size="sm"
                          variant="secondary"
                          aria-label={t("resendTo", { to })}
                          loading={
                            resend.isPending && resend.variables.invitationId === invitationId
                          }
                          onClick={() => resend.mutate({ invitationId })}
                        >
                          {t("resend")}
                        </Button>
                        <Button
                          size="sm"
                          variant="dangerSoft"
                          aria-label={t("revokeOf", { to })}
                          loading={
                            revoke.isPending && revoke.variables.invitationId === invitationId
                          }
                          onClick={() => revoke.mutate({ invitationId })}
                        >
                          {t("revoke")}
                        </Button>
                      </>
                    ) : null}
                  </span>
                }
              />
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
