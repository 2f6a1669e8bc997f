import { CONSENT_VERSION } from "@oto/domain";
import { Badge } from "@oto/ui/display";
import { Breadcrumb } from "@oto/ui/navigation";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { infoPageOf } from "../../../../../features/info/info-pages";
import type { InfoSection } from "../../../../../features/info/load-info";
import { loadInfo } from "../../../../../features/info/load-info";
import { QuestionList } from "../../../../../features/info/question-list";
import { alternates } from "../../../../../features/seo/alternates";
import { JsonLd } from "../../../../../features/seo/json-ld";
import { CallToAction } from "../../../../../features/shell/call-to-action";
import { localePath } from "../../../../../i18n/locale";

interface InfoPageProps {
  params: Promise<{ page: string }>;
}

async function infoOf(params: InfoPageProps["params"]) {
  const slug = (await params).page;
  const page = infoPageOf(slug);
  if (page === null) notFound();
  return { slug, kind: page.kind, ...(await loadInfo(page.namespace)) };
}

export async function generateMetadata({ params }: InfoPageProps): Promise<Metadata> {
  const { slug, title, intro } = await infoOf(params);
  return { title, description: intro, alternates: await alternates(`/${slug}`) };
}

const questionData = (questions: readonly InfoSection[]) => ({
  "@context": "https://schema.org",
  "@type": "FAQPage",
  mainEntity: questions.map(({ title, text }) => ({
    "@type": "Question",
    name: title,
    acceptedAnswer: { "@type": "Answer", text },
  })),
});

export default async function InfoPage({ params }: InfoPageProps) {
  const [{ kind, title, intro, sections }, common, legal, locale] = await Promise.all([
    infoOf(params),
    getTranslations("common"),
    getTranslations("legal"),
    getLocale(),
  ]);
  return (
    <div className="mx-auto max-w-3xl px-4 pt-6 sm:px-6">
      <Breadcrumb
        label={common("breadcrumb")}
        items={[{ label: common("home"), href: localePath(locale, "/") }, { label: title }]}
      />
      <h1 className="mt-4 text-headline">{title}</h1>
      {kind === "legal" ? (
        <Badge className="mt-3">{legal("version", { version: CONSENT_VERSION })}</Badge>
      ) : null}
      <p className="mt-3 text-ink-muted text-lg">{intro}</p>
      <div className="mt-8">
        {kind === "faq" ? (
          <>
            <JsonLd data={questionData(sections)} />
            <QuestionList questions={sections} />
          </>
        ) : (
          <SectionList sections={sections} />
        )}
      </div>
      {kind === "legal" ? null : <CallToAction />}
    </div>
  );
}

function SectionList({ sections }: { sections: readonly InfoSection[] }) {
  return (
    <div className="flex flex-col gap-8">
      {sections.map(({ title, text }) => (
        <section key={title}>
          <h2 className="text-title">{title}</h2>
          <p className="mt-2 text-ink-muted leading-relaxed">{text}</p>
        </section>
      ))}
    </div>
  );
}
