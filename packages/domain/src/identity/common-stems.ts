/**
 * Words that stay guessable whatever digits and signs stand around them: names, places, clubs, cars,
 * keyboard rows and the words that head every list of leaked passwords. Folded to ASCII.
 */
export const COMMON_STEMS: ReadonlySet<string> = new Set(
  `
abdullah abi abla acar accent access accord adana adanaspor adem adiyaman admin administrator
afyon afyonkarahisar agri agustos ahmet aile ailem aksaray aksoy aktas alfaromeo ali alisveris
allah altay amasya amazon anadolu andrew android angel ankara ankaragucu anne annebaba annem
antalya antalyaspor araba arabam araclar arda ardahan arsenal arslan artvin arzu asdasd asdfgh
asdfghjkl asdqwe asel ashley asker askim askimsin aslan asli astra ataturk ates audi autumn avci
aveo aydin ayhan aylin aynur ayse aysel azra baba babam bahar balikesir banana barcelona baris
bartin basaksehir baseball basketball batman bayburt bayern bayrak bayram bebegim begum belgin
berat berna besiktas betul beyaz beyoglu beyza bilecik bilgisayar bingol birtanem bismillah bitlis
blink bmw bolu bozkurt bugatti bulent bulut burak burdur bursa bursaspor buse busra butterfly
cakir can canakkale canim canimbenim cankiri cansu celik cem cemal cemile cengiz ceren cetin
champion changeme charlie cheese chelsea chevrolet chocolate cigdem cimbom citroen civic clio
computer connect cookie corolla corsa corum corvette coskun counterstrike cowboy cruze cuma
cumartesi cumhuriyet dacia damla daniel december default defne demet demir demo deneme deniz
denizli derya diamond dilek diyarbakir doblo dogan doktor dolphin dragon dunya dunyam duster duygu
duzce eagle ebru ece ecrin edirne efe egea ejderha elantra elazig elhamdulillah elif emine emir
emre enes erdal erdogan erkan erol ersin erzincan erzurum eskisehir eskisehirspor esnaf esra evim
eylul eymen facebook fadime falcon fatih fatma fener fenerbahce ferda feride ferrari fghjkl fiat
fiesta figen fiorino flower fluence focus football ford fortnite freedom friday fulya furkan
futbol galatasaray galeri gamer gamze gaziantep gaziantepspor gencerbirligi george ginger giresun
gizem gizli gizlisifre gmail golden golf gonca google goztepe guest gul guler gulsum gumushane
gunaydin gunes hacer hacker hakan hakkari halil hanife hasan hatay hatice havva hayat hayatim
haziran hazretiali hello hepsiburada hilal hockey honda hosgeldin hotmail huawei hulya hunter
huseyin hyundai ibrahim igdir ilan iloveyou insallah insignia instagram internet ipek iphone irem
ironman isik islam ismail isparta istanbul istiklal iyiaksamlar iyigunler izmir jaguar jale
jandarma january jeep jennifer jessica jetta jordan joshua juventus kaan kadikoy kadir
kahramanmaras kaplan kara karabuk karakartal karaman kardes kardesim kars karsiyaka kartal
kastamonu kaya kayseri kayserispor kazim kedi kemal kenan kerem keskin kia kilic kilis killer king
kirikkale kirklareli kirmizi kirsehir kisin kizim koc kocaeli kocaelispor komando kontak konya
konyaspor kopek korkmaz kose kral kralice kubra kullanici kuran kurt kutahya lale lamborghini
landrover laptop leagueoflegends leon letmein levent lexus leyla linea linkedin lion liverpool
logan login love lovely loveyou lutfen maasallah mahmut malatya malatyaspor manisa maras mardin
masal masallah maserati master matrix matthew mavi mazda megane mehmet mehtap melegim melek memur
menekse mercedes mercedesbenz merhaba mersin merve meryem metin mevlana michael millet milyoner
mine minecraft miran misafir mitsubishi monday mondeo monkey motor mudur muge mugla muhammed
muhendis murat mus mustafa mustafakemal mustang naber nalan naz nazli nehir netflix nevsehir
nicole nigde nilgun ninja nintendo nissan nur nuray nurcan nuri octavia oglum ogrenci ogretmen
okul okulum omer onur opel openup orange ordu orhan osman osmaniye osmanli otogaleri otomobil
otomotiv ottoman ozcan ozdemir ozer ozgur ozkan ozlem ozturk padisah papatya para parola passat
passwd password patron pazar pazartesi pepper peugeot pinar playstation poiuyt pokemon polat polis
polo porsche prenses prince princess private pubg purple qashqai qazwsx qazwsxedc queen qweasd
qweasdzxc qweqwe qwerty qwertyuiop rabia ramazan realmadrid recep remzi renault rize rizespor
robert roblox root sabri sahin sakarya salih sami sampiyon sample samsun samsung samsunspor
sandero sanliurfa sari satilik satis seat secret seda sedat sefa selam selcuk selim selma sema sen
seniseviyorum serce serdar serkan server sevda sevgilim sevim seviyorum shadow sibel sicak sifre
sifrem signin siirt silver simsek sinan sinop sirnak sistem sivas sivasspor siyah skoda soccer
soguk songul spiderman sportage spotify spring starwars subaru suleyman sultan summer sunshine
superadmin superb superman superuser suzuki symbol system taner tarik tas tatlim tayfun tekin
tekirdag telefon temmuz temp tesekkur tesla test testing thomas ticaret tiger tiguan tiktok tofas
togg tokat tolga toyota trabzon trabzonspor transit trendyol trustno tucson tugba tuncay tunceli
turan turgut turk turkce turkey turkiye turuncu twitter ufuk ugur umut unal universite urfa usak
user uskudar usta valorant van vatan veli veysel volkan volkswagen volvo vwpassat welcome whatever
whatsapp winter wolf xbox xiaomi yahoo yalcin yalova yaris yasar yasemin yavuz yazin yellow yesil
yigit yildirim yildiz yilmaz yonetici youtube yozgat yuksel yusuf zafer zehra zeki zeliha zengin
zeynep zonguldak zxcvbn zxcvbnm zxczxc
`
    .trim()
    .split(/\s+/),
);
