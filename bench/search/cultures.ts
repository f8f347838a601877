/** What names of a part of the world are made of. */
export interface Culture {
  /** How many of a hundred people. */
  readonly share: number;
  readonly given: readonly string[];
  readonly surnames: readonly string[];
  /** Parts of rarer surnames: one of the first, sometimes one of the second, one of the third. */
  readonly parts: readonly [readonly string[], readonly string[], readonly string[]];
  /** Before some surnames. */
  readonly particles: readonly string[];
}

const words = (text: string): readonly string[] => text.split(' ');

const culture = (
  share: number,
  given: string,
  surnames: string,
  parts: readonly [string, string, string],
  particles = '',
): Culture => ({
  share,
  given: words(given),
  surnames: words(surnames),
  parts: [words(parts[0]), words(parts[1]), words(parts[2])],
  particles: particles === '' ? [] : particles.split(','),
});

export const cultures: readonly Culture[] = [
  culture(
    24,
    'James Mary John Emma Oliver Olivia William Sophie Thomas Charlotte George Lucy Henry Grace Samuel Alice Daniel Hannah Matthew Katherine Christopher Elizabeth Stephen Rebecca Philip Jennifer Andrew Victoria Geoffrey Margaret Kevin Deborah Sean Fiona Ian Heather',
    'Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White Roberts Green Hall Wood Jackson Clarke Phillips Stephenson Hughes Reid MacDonald O’Brien O’Connor McCarthy Campbell',
    [
      'Ash Bar Black Brad Brook Cal Cart Chal Clay Cross Dun East Elm Fair Farn Glen Gold Graf Hamp Hart Hazel Holl Kem Kings Lang Lin Marl Mill Nor Oak Pem Quin Red Rock Sand Shel Stan Thorn Wake Whit',
      'al en er ing o es mer ber',
      'bury by combe cott dale den field ford ham hurst ington land ley man mere more ridge son stead ston ton ville well wick wood worth',
    ],
  ),
  culture(
    16,
    'Hans Anna Peter Maria Klaus Ursula Jürgen Monika Günther Petra Stefan Sabine Björn Käthe Matthias Bärbel Jörg Heike Lukas Lena Uwe Ingrid Wolfgang Friederike Sebastian Katharina Philipp Christiane',
    'Müller Schmidt Schneider Fischer Meyer Weber Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Krause Köhler Maier',
    [
      'Alt Bach Berg Birk Brun Buch Dorn Eber Eichen Feld Finken Fried Gross Hagen Hart Heil Himmel Hohen Kalt Kirch Königs Kraut Lauter Linden Mühl Nagel Ober Pfeif Raben Rosen Schön Sieben Stein Stern Tannen Vogel Wald Weiss Winter Zieg',
      'el en er ers in',
      'bach bauer baum berg berger brink dorf feld hauer haus hofer huber kamp lein ler mann meier müller rath reuter schmidt stein thaler wald weber',
    ],
    'von ,von der ,zu ',
  ),
  culture(
    9,
    'Jan Anneke Pieter Femke Willem Sanne Joost Marieke Bart Lotte Dirk Wies Maarten Eva Ruben Saskia Thijs Ilse',
    'de_Jong Jansen de_Vries van_den_Berg Bakker van_Dijk Visser Smit Meijer de_Boer Mulder de_Groot Bos Vos Peters Hendriks van_Leeuwen Dekker Brouwer de_Wit Dijkstra Vermeulen',
    [
      'Achter Blom Boeren Bos Broek Dal Diep Eiken Gras Groen Haver Heem Hoog Kamp Klaver Kool Lande Maas Molen Nieuw Oost Ploeg Riet Roos Schout Sluis Spaan Steen Veld Water Wijn Zand Zuider',
      'e el en er',
      'berg boom broek burg daal dam dijk donk graaf hof huis kamp laar man meer sma stra veen veld wijk winkel zeel',
    ],
    'van ,van de ,van der ,ter ',
  ),
  culture(
    9,
    'Jean Marie Pierre Françoise Michel Hélène François Chloé Étienne Amélie Gaël Zoé Benoît Céline Loïc Noémie Thierry Geneviève Guillaume Élodie',
    'Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau Lefebvre Roux Fournier Girard Bonnet François Gauthier Chevalier Lambert Rousseau',
    [
      'Beau Bel Bois Bon Bour Cha Cham Cour Dela Des Du Fon Gal Gri Haute La Lan Le Mal Mar Mon Mont Per Pont Ro Saint Sauve Thi Val Ville',
      'a au e i ou er',
      'beau bert boeuf champ court dieu don fort gnon gnac lac lard let lier main mont nard nay nier pierre rand reau rel rier ron teau teux vaux vert vigne',
    ],
    'de ,de la ,du ',
  ),
  culture(
    9,
    'María José Antonio Carmen Manuel Ana Francisco Isabel Javier Lucía Andrés Sofía Jesús Begoña Íñigo Núria Ángel Rocío Álvaro Beatriz',
    'García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández Díaz Moreno Muñoz Álvarez Romero Alonso Gutiérrez',
    [
      'Agui Alba Arra Barra Bena Cala Carra Casti Cere Echeva Esqui Figue Galla Herre Ibá Izqui Jara Lara Mendi Montal Nava Oliva Pala Queve Ribe Sala Tala Urru Vala Zamo',
      'd l r n s v',
      'bal bán cano cho dal dero do es gado gui jo lar les llo mán nal ño ra rez ría rín rra tia tos za',
    ],
    'de la ,del ',
  ),
  culture(
    10,
    'Jan Anna Piotr Katarzyna Łukasz Małgorzata Paweł Agnieszka Jiří Petra Tomáš Lenka Zoltán Ágnes Mirela Goran Ivana Dušan Željka Ștefan',
    'Nowak Kowalski Wiśniewski Wójcik Kamiński Lewandowski Zieliński Szymański Novák Svoboda Dvořák Černý Procházka Nagy Kovács Szabó Horvat Marković Ionescu Popescu',
    [
      'Bara Bog Bro Brze Chle Czer Dobro Doma Gra Gro Holu Jabło Jan Kali Koza Kra Lipo Małe Mazu Miro Niemi Olsze Piet Pod Rado Rut Sado Sien Sobo Stani Tomcza Urba Wali Wrob Zaja Zdro',
      'ch cz k l n r sz w',
      'ajczyk ak ański as ców czuk czyk ek ewicz ewski iak icki ień ík ka ko ków lik lski nik nski ovič owicz owski yna',
    ],
  ),
  culture(
    8,
    'Lars Ingrid Søren Astrid Bjørn Åsa Jørgen Kirsten Håkan Linnéa Øystein Ragnhild Mikko Päivi Jón Guðrún Þór Æsa Erik Maja',
    'Hansen Johansson Olsen Andersson Larsen Nilsson Pedersen Karlsson Kristensen Lindqvist Sørensen Berg Jørgensen Lund Korhonen Virtanen Ødegård Håkansson Sjöberg Nygård',
    [
      'Ahl Ask Björk Blom Dahl Ek Ene Fjell Gran Grön Gul Hag Hede Holm Kar Kvist Lind Löv Mar Mo Nor Ny Ost Ron Sand Sjö Skog Sol Stor Strand Sund Svan Tor Und Vester Vik Ås Øster',
      'a e en er',
      'bäck berg blad bø borg by dahl feldt fors gaard gren hammer haug holm lund mark näs qvist rud sen skov son stad ström strøm sund vall vik',
    ],
    'af ',
  ),
  culture(
    6,
    'Mehmet Ayşe Mustafa Fatma Mohammed Fatima Ahmed Zeynep Yusuf Layla Omar Amina Hussein Nour İbrahim Büşra Çağla Gökhan',
    'Yılmaz Kaya Demir Şahin Çelik Yıldız Öztürk Aydın Özdemir Arslan Al-Masri El-Sayed Haddad Khoury Rahman Ahmed Hussain Abdullah',
    [
      'Abdul Ak Altın Arı Bay Bul Çak Dağ Dur Er Gök Gül Ham Kara Kılıç Kor Koç Nas Oral Öz Sal Sarı Şen Tan Taş Tok Tur Ulu Yal Yeşil',
      'a ba da ra i u',
      'başı bay bulut can çı dağ dar demir doğan er gün han kan kaya lar lı man maz oğlu soy su taş tekin türk',
    ],
  ),
  culture(
    6,
    'Wei Li Min Xin Yuki Haruto Sakura Kenji Ji-woo Min-jun Priya Arjun Ananya Rahul Sanjay Lakshmi Nguyễn Linh Thị Anh',
    'Wang Li Zhang Liu Chen Yang Zhao Huang Zhou Wu Tanaka Suzuki Sato Watanabe Kim Park Lee Sharma Patel Singh Nguyễn Trần',
    [
      'Agra Bala Bhat Chan Chatto Desh Fuji Gana Hase Ino Iwa Jaya Kawa Kishi Kulka Matsu Mura Naga Naka Oka Padma Rama Saka Shimi Subra Taka Uchi Venka Waka Yama',
      'ba da ga ma na ra sa ta wa ya',
      'be chi da dhyay dra gi guchi hara jee kar ki kura mani moto mura nathan ni rao saki shima shita ta tani to wa war zaki',
    ],
  ),
  culture(
    3,
    'Иван Анна Сергей Ольга Дмитрий Жанна Алексей Юлия Γιώργος Ελένη Νίκος Δήμητρα',
    'Иванова Смирнова Кузнецова Попова Соколова Лебедева Παπαδόπουλος Γεωργίου Δημητρίου Νικολάου',
    [
      'Бар Вол Гор Дуб Жук Зай Кал Лес Мор Нов Пол Рож Сав Тар Фед Щер',
      'а и о у ен',
      'баков бин вин гин дин енко каев ков лов мин нев ских тов цев чев шин',
    ],
  ),
];
