/** Often-used passwords that are long enough to pass the length rule; compared without case. */
export const COMMON_PASSWORDS: readonly string[] = `
1234567890 0123456789 12345678910 123456789a 123456789q 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc
qwertyuiop qwertyuiopğü qwerty12345 qwerty123456 qwert12345 asdfghjkl1 asdfghjkli asdfghjklşi
zxcvbnm123 zxcvbnmöç1 zaq12wsxcde abcdefghij abcd123456 abc1234567 a123456789 q123456789
password12 password123 password1234 passw0rd123 p@ssword123 passwordpassword mypassword1
letmein1234 welcome123 welcome1234 changeme123 administrator admin12345 admin123456 superadmin1
iloveyou12 iloveyou123 sunshine123 princess123 football123 baseball123 dragon1234 monkey1234
master1234 superman123 batman1234 trustno1234 whatever123 starwars123 computer123 internet123
galatasaray galatasaray1905 fenerbahce fenerbahce1907 fenerbahçe besiktas1903 beşiktaş1903
trabzonspor trabzonspor1967 trabzonspor61 bursaspor16 istanbul34 istanbul1453 istanbul123
ankara0606 izmir353535 turkiye123 turkiye1923 türkiye1923 ataturk1881 atatürk1881 mustafakemal
bismillah1 bismillah123 allahuekber elhamdulillah sifre12345 sifre123456 şifre12345 parola12345
parola123456 seniseviyorum seniseviyorum1 canimbenim askimaskim aşkımaşkım annebabam1 sevgilim123
merhaba123 merhaba1234 deneme1234 deneme12345 kullanici1 kullanici123 galeri12345 otogaleri1
otogaleri123 araba12345 mercedes123 volkswagen1 volkswagen123 corvette123 mustang1234
1111111111 0000000000 1212121212 1122334455 1234512345 9876543210 0987654321 12341234 1357924680
147258369a 159753159753 159357456852 741852963a 789456123a 789456123789 123123123123 123321123321
qazwsxedcrfv qweasdzxc123 asdasd12345 asdf123456 asd1234567 qweqweqwe1 qwe1234567 aaaaaaaaaa
abc123abc123 test123456 testtest123 guest12345 user123456 secret1234 samsung1234 iphone12345
`
  .trim()
  .split(/\s+/);
