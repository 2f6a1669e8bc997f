/** The pages of the site that menus name; the key is its text in `common`. */
export const MAIN_LINKS = [
  { key: "vehicles", path: "/araclar" },
  { key: "howItWorks", path: "/nasil-calisir" },
  { key: "features", path: "/ozellikler" },
  { key: "faq", path: "/sss" },
] as const;

export const COMPANY_LINKS = [
  { key: "about", path: "/hakkimizda" },
  { key: "contact", path: "/iletisim" },
] as const;

export const LEGAL_LINKS = [
  { key: "terms", path: "/kullanim-kosullari" },
  { key: "kvkk", path: "/kvkk" },
] as const;
