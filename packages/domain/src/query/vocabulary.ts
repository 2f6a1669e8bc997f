import type { MarketplaceFilters } from "./marketplace-filters";

/** What a phrase stands for: the part of the filters it sets. */
export interface Phrase {
  words: readonly string[];
  filters: MarketplaceFilters;
}

const phrase = (words: string, filters: MarketplaceFilters): Phrase => ({
  words: words.split(","),
  filters,
});

/** All phrases in their folded spelling; longer ones are tried first. */
export const VOCABULARY: readonly Phrase[] = [
  phrase("benzin,benzinli,gasoline,petrol", { fuels: ["GASOLINE"] }),
  phrase("dizel,dizelli,diesel,mazot,mazotlu", { fuels: ["DIESEL"] }),
  phrase(
    "lpg,lpgli,lpg li,tuplu,otogaz,gazli,benzin lpg,benzin & lpg,benzin ve lpg,benzinli lpg,benzin lpgli",
    { fuels: ["LPG"] },
  ),
  phrase("hibrit,hybrid,hibrid,mild hybrid,full hybrid", { fuels: ["HYBRID"] }),
  phrase(
    "plug in hybrid,plug-in hybrid,plug in hibrit,plug-in hibrit,plugin hibrit,plugin hybrid,plugin,plug-in,phev,sarjli hibrit",
    {
      fuels: ["PLUGIN_HYBRID"],
    },
  ),
  phrase("elektrik,elektrikli,electric,tam elektrikli", { fuels: ["ELECTRIC"] }),
  phrase("otomatik,otomatik vites,automatic,oto vites", { transmissions: ["AUTOMATIC"] }),
  phrase("yari otomatik,yari otomatik vites,tiptronik,semi automatic", {
    transmissions: ["SEMI_AUTOMATIC"],
  }),
  phrase("dsg,edc,cvt,dct,s tronic,stronic,powershift,xtronic,eat6,eat8", {
    transmissions: ["AUTOMATIC", "SEMI_AUTOMATIC"],
  }),
  phrase("manuel,manuel vites,manual,duz vites,duz", { transmissions: ["MANUAL"] }),
  phrase("4x4,4wd,awd,4 ceker,dort ceker,quattro,4motion,xdrive,4matic,arazi vitesli", {
    drivetrains: ["AWD"],
  }),
  phrase("onden cekis,onden cekisli,onden ceker,fwd", { drivetrains: ["FWD"] }),
  phrase("arkadan itis,arkadan itisli,arkadan cekis,arkadan ceker,rwd", { drivetrains: ["RWD"] }),
  phrase("sedan,saloon", { bodyTypes: ["SEDAN"] }),
  phrase("hatchback,hatch back,hb,hecbek,hacback", { bodyTypes: ["HATCHBACK"] }),
  phrase("station wagon,stationwagon,station,sw,steysin,estate,wagon", {
    bodyTypes: ["STATION_WAGON"],
  }),
  phrase("suv,jip,arazi araci,arazi", { bodyTypes: ["SUV"] }),
  phrase("coupe,kupe", { bodyTypes: ["COUPE"] }),
  phrase("cabrio,kabrio,cabriolet,convertible,ustu acik,roadster", { bodyTypes: ["CONVERTIBLE"] }),
  phrase("mpv", { bodyTypes: ["MPV"] }),
  phrase("pickup,pick up,pick-up,pikap,kamyonet", { bodyTypes: ["PICKUP"] }),
  phrase("panelvan,panel van,minivan,minibus,hafif ticari,ticari", { bodyTypes: ["VAN"] }),
  phrase("beyaz,white", { colors: ["WHITE"] }),
  phrase("siyah,black", { colors: ["BLACK"] }),
  phrase("gri,fume,antrasit,grey,gray,nardo gri", { colors: ["GREY"] }),
  phrase("gumus,gumus gri,silver", { colors: ["SILVER"] }),
  phrase("mavi,lacivert,blue", { colors: ["BLUE"] }),
  phrase("kirmizi,red", { colors: ["RED"] }),
  phrase("yesil,green", { colors: ["GREEN"] }),
  phrase("kahverengi,kahve,kahve rengi,brown", { colors: ["BROWN"] }),
  phrase("bej,beige", { colors: ["BEIGE"] }),
  phrase("sari,yellow", { colors: ["YELLOW"] }),
  phrase("turuncu,orange", { colors: ["ORANGE"] }),
  phrase("mor,purple", { colors: ["PURPLE"] }),
  phrase("altin,altin rengi,gold", { colors: ["GOLD"] }),
  phrase("bordo,burgundy", { colors: ["BURGUNDY"] }),
  phrase(
    "hatasiz,boyasiz,hatasiz boyasiz,boyasiz hatasiz,kusursuz,degisensiz,boyasiz degisensiz,hatasiz boyasiz degisensiz,boya yok,boyasi yok,tertemiz hatasiz,orijinal boyali",
    { flawless: true },
  ),
  phrase("garantili,garantisi var,garantisi devam eden,garantisi suren,garanti", {
    warranty: true,
  }),
  phrase("takas,takasli,takas olur,takasa uygun,takasa acik", { tradeIn: true }),
  phrase(
    "hasarsiz,hasar kayitsiz,hasar kaydi yok,hasar kaydi olmayan,hasar kaydi bulunmayan,tramersiz,tramer kaydi yok,tramer yok,kazasiz",
    { damageStatuses: ["NONE"] },
  ),
  phrase("hasar kayitli,hasar kaydi var,hasarli,tramerli,kazali", { damageStatuses: ["RECORDED"] }),
  phrase("guvenilir galeri,guvenilir satici,guvenilir galeriden,guvenilir saticidan", {
    trustMin: 70,
  }),
  phrase("fotografli,resimli,fotografi olan", { hasPhotos: true }),
  phrase("bugun,bugun eklenen,son 24 saat", { listedSinceDays: 1 }),
  phrase("bu hafta,bu hafta eklenen,son 7 gun,son bir hafta,son 1 hafta", { listedSinceDays: 7 }),
  phrase("bu ay,bu ay eklenen,son 30 gun,son bir ay,son 1 ay", { listedSinceDays: 30 }),
  phrase("0 km,sifir km,sifir kilometre", { kmMax: 100 }),
  phrase(
    "tek boyali,tek boyasi var,tek parca boya,tek parca boyali,1 parca boya,1 parca boyali,1 boya,1 boyali,tek boya",
    {
      maxPaintedPanels: 1,
    },
  ),
  phrase("iki parca boya,iki parca boyali,2 parca boya,2 parca boyali,2 boya,2 boyali", {
    maxPaintedPanels: 2,
  }),
  phrase("uc parca boya,uc parca boyali,3 parca boya,3 parca boyali,3 boya,3 boyali", {
    maxPaintedPanels: 3,
  }),
  phrase("4 parca boya,4 parca boyali,4 boya,4 boyali", { maxPaintedPanels: 4 }),
];

/** Words that say nothing about which vehicle is meant. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    "ve ile veya ya da olan icin bir adet arac araba araclar arabalar otomobil otomobiller oto " +
    "satilik satilir ilan ilani ilanlar ilanlari ariyorum ariyoruz istiyorum lazim var varmi mi " +
    "fiyat fiyati fiyatli renk renkli rengi yakit yakitli vites vitesli kasa kasali motor motorlu " +
    "marka markali model modeli modeller yil yili km tl ikinci el 2.el 2.elden temiz uygun ucuz " +
    "en az fazla cok max min arasi arasinda alti ustu uzeri kadar sonra once sonrasi oncesi den " +
    "dan de da acil butcem butce eklenen yeni olsun olmasin - – + &"
  ).split(" "),
);
