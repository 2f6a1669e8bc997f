import { domainMessages } from "@oto/domain";
import enAccount from "../../messages/en/account.json";
import enAudit from "../../messages/en/audit.json";
import enCommon from "../../messages/en/common.json";
import enDisputes from "../../messages/en/disputes.json";
import enGalleries from "../../messages/en/galleries.json";
import enKvkk from "../../messages/en/kvkk.json";
import enMessages from "../../messages/en/messages.json";
import enOverview from "../../messages/en/overview.json";
import enQueues from "../../messages/en/queues.json";
import enReports from "../../messages/en/reports.json";
import enReview from "../../messages/en/review.json";
import enShell from "../../messages/en/shell.json";
import enSignIn from "../../messages/en/sign-in.json";
import enStaff from "../../messages/en/staff.json";
import enSupport from "../../messages/en/support.json";
import trAccount from "../../messages/tr/account.json";
import trAudit from "../../messages/tr/audit.json";
import trCommon from "../../messages/tr/common.json";
import trDisputes from "../../messages/tr/disputes.json";
import trGalleries from "../../messages/tr/galleries.json";
import trKvkk from "../../messages/tr/kvkk.json";
import trMessages from "../../messages/tr/messages.json";
import trOverview from "../../messages/tr/overview.json";
import trQueues from "../../messages/tr/queues.json";
import trReports from "../../messages/tr/reports.json";
import trReview from "../../messages/tr/review.json";
import trShell from "../../messages/tr/shell.json";
import trSignIn from "../../messages/tr/sign-in.json";
import trStaff from "../../messages/tr/staff.json";
import trSupport from "../../messages/tr/support.json";
import type { AppLocale } from "./locale";

const FEATURES = {
  tr: {
    account: trAccount,
    audit: trAudit,
    common: trCommon,
    disputes: trDisputes,
    galleries: trGalleries,
    kvkk: trKvkk,
    messages: trMessages,
    overview: trOverview,
    queues: trQueues,
    reports: trReports,
    review: trReview,
    shell: trShell,
    signIn: trSignIn,
    staff: trStaff,
    support: trSupport,
  },
  en: {
    account: enAccount,
    audit: enAudit,
    common: enCommon,
    disputes: enDisputes,
    galleries: enGalleries,
    kvkk: enKvkk,
    messages: enMessages,
    overview: enOverview,
    queues: enQueues,
    reports: enReports,
    review: enReview,
    shell: enShell,
    signIn: enSignIn,
    staff: enStaff,
    support: enSupport,
  },
} as const;

/**
 * All texts of the app: a namespace a feature, and the labels of values under `domain`. Texts of
 * refusals come ready from the API and stay away from the browser.
 */
export function messagesOf(locale: AppLocale) {
  const {
    errors: _errors,
    gate: _gate,
    validation: _validation,
    ...labels
  } = domainMessages[locale];
  return { ...FEATURES[locale], domain: labels };
}
