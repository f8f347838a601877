import { mix, pickFrom } from './random.ts';

export interface PersonName {
  readonly givenName: string;
  readonly surname: string;
  readonly displayName: string;
  /** How the name is spelled in addresses: ASCII, lower case, `given.surname`. */
  readonly mailNickname: string;
  readonly language: string;
}

interface NamePool {
  readonly language: string;
  readonly given: readonly string[];
  readonly surnames: readonly string[];
  /** Surname first, as written where the language does so. */
  readonly surnameFirst?: boolean;
  /** The latin spelling of `given` and `surnames`, for scripts that addresses cannot carry. */
  readonly latin?: { readonly given: readonly string[]; readonly surnames: readonly string[] };
}

const words = (text: string): string[] => text.split(',').map((word) => word.trim());

const pools: readonly NamePool[] = [
  {
    language: 'en-GB',
    given: words('Oliver,Amelia,Harry,Isla,George,Freya,Niamh,Alistair,Gwen,Rhys,Zoë,Chloë,Mary-Jane,Noël'),
    surnames: words(
      "O'Neill,Smith-Jones,MacLeod,Brontë,Davies,Hughes,D'Arcy,Fitzgerald,McCarthy,St John,Évans",
    ),
  },
  {
    language: 'nl-NL',
    given: words('Daan,Sanne,Pieter,Femke,Bram,Anouk,Joost,Renée,Thijs,Maaike,Loïs,Jeroen'),
    surnames: words(
      'de Vries,van der Berg,van den Heuvel,Jansen,’t Hart,de Groot,ten Brink,van Dijk,IJzerman,op den Camp',
    ),
  },
  {
    language: 'de-DE',
    given: words('Jürgen,Anneliese,Björn,Käthe,Klaus-Peter,Ute,Günther,Heike,Sönke,Anna-Lena,Matthias,Änne'),
    surnames: words(
      'Müller,Weiß,von Weizbach,Schröder,Größ,Köhler,zu Lindental,Schmidt,Bäcker,Straßer,Öhlmann',
    ),
  },
  {
    language: 'fr-FR',
    given: words('Élodie,François,Anaïs,Jean-Luc,Cécile,Gaël,Hélène,Marie-Claire,Théo,Maëlle,Aurélien'),
    surnames: words(
      "Lefèvre,Dupré,de La Fontaine,d'Aubigné,Benoît,Gérard,Le Goff,Saint-Cœur,Nœrdlinger,Garçon",
    ),
  },
  {
    language: 'es-ES',
    given: words('José María,Íñigo,Begoña,Lucía,Ángel,Nuria,Óscar,Sofía,Joaquín,María del Mar'),
    surnames: words('García Núñez,Muñoz,de la Peña,Ibáñez,Gutiérrez,Rodríguez-Castaño,Ordóñez,Vázquez,Güell'),
  },
  {
    language: 'pt-PT',
    given: words('João,Inês,Gonçalo,Conceição,Estêvão,Mafalda,Simão,Luísa'),
    surnames: words('dos Santos,Magalhães,da Conceição,Simões,Araújo,Antão,de Sá,Guimarães'),
  },
  {
    language: 'pl-PL',
    given: words('Łukasz,Małgorzata,Zbigniew,Grażyna,Paweł,Żaneta,Michał,Agnieszka,Świętosława'),
    surnames: words('Kowalska,Wójcik,Dąbrowski,Żuławski,Łęcki,Szczepański,Gołąb,Źrebiec'),
  },
  {
    language: 'cs-CZ',
    given: words('Jiří,Zdeňka,Ondřej,Šárka,Tomáš,Božena,Matěj,Vlaďka'),
    surnames: words('Dvořák,Svobodová,Kučera,Žižková,Růžička,Hájek,Čermák,Šťastná'),
  },
  {
    language: 'da-DK',
    given: words('Søren,Åse,Jørgen,Kirsten,Mikkel,Bjørn,Pia,Gøran'),
    surnames: words('Sørensen,Møller,Ærø,Nygård,Kjær,Østergaard,Bæk,Lindgren'),
  },
  {
    language: 'is-IS',
    given: words('Þórdís,Ragnar,Guðrún,Sæmundur,Ásta,Össur,Friðrik,Ægir'),
    surnames: words('Þórsdóttir,Jónsson,Guðmundsdóttir,Sæmundsson,Ásgeirsson,Önnudóttir,Friðriksson'),
  },
  {
    language: 'tr-TR',
    given: words('Ayşe,Çağlar,İbrahim,Gülşen,Işıl,Oğuz,Şebnem,Ümit'),
    surnames: words('Yılmaz,Öztürk,Çelik,Şahin,Doğan,Işık,Güneş,İnce'),
  },
  {
    language: 'ro-RO',
    given: words('Ștefan,Ioana,Răzvan,Mădălina,Țepeș,Ancuța'),
    surnames: words('Popescu,Țăranu,Ștefănescu,Brâncuș,Pârvu,Crăciun'),
  },
  {
    language: 'vi-VN',
    given: words('Văn Hùng,Thị Lan,Quốc Bảo,Thu Hà,Đức Minh,Ngọc Ánh'),
    surnames: words('Nguyễn,Trần,Lê,Phạm,Đặng,Võ,Huỳnh'),
    surnameFirst: true,
  },
  {
    language: 'ar-AE',
    given: words('Layla,Yusuf,Fatima Zahra,Khalid,Noor,Abd al-Rahman,Samira,Tariq'),
    surnames: words('al-Hassan,bin Rashid,Haddad,El Fassi,Abu Saleh,Khoury'),
  },
  {
    language: 'hi-IN',
    given: words('Priya,Arjun,Lakshmi,Vikram,Anjali,Rohan,Meera,Sanjay'),
    surnames: words('Sharma,Iyer,Krishnamurthy,Patel,Singh,Chatterjee,Venkataraman'),
  },
  {
    language: 'el-GR',
    given: words('Γιώργος,Ελένη,Νίκος,Αγγελική,Δημήτρης'),
    surnames: words('Παπαδόπουλος,Αγγέλου,Νικολαΐδης,Καραγιάννη'),
    latin: {
      given: words('giorgos,eleni,nikos,angeliki,dimitris'),
      surnames: words('papadopoulos,angelou,nikolaidis,karagianni'),
    },
  },
  {
    language: 'ja-JP',
    given: words('翔太,陽子,健一,美咲'),
    surnames: words('佐藤,田中,渡辺,小林'),
    surnameFirst: true,
    latin: { given: words('shota,yoko,kenichi,misaki'), surnames: words('sato,tanaka,watanabe,kobayashi') },
  },
  {
    language: 'uk-UA',
    given: words('Олександр,Наталія,Тарас,Оксана'),
    surnames: words('Шевченко,Коваленко,Бондар,Лисенко'),
    latin: {
      given: words('oleksandr,nataliia,taras,oksana'),
      surnames: words('shevchenko,kovalenko,bondar,lysenko'),
    },
  },
];

/** Letters that decomposing leaves whole. */
const ligatures: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** An address's spelling of a name: marks dropped, ligatures written out, everything else but letters left out. */
export function asciiSpelling(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/gu, (letter) => ligatures[letter] ?? '');
}

/** The name of the person with this number: a pure function of seed and number. */
export function nameOf(seed: number, number: number): PersonName {
  const pool = pickFrom(pools, mix(seed, number, 1));
  const givenAt = mix(seed, number, 2) % pool.given.length;
  const surnameAt = mix(seed, number, 3) % pool.surnames.length;
  const givenName = pickFrom(pool.given, givenAt);
  const surname = pickFrom(pool.surnames, surnameAt);
  const latinGiven = pool.latin ? pickFrom(pool.latin.given, givenAt) : asciiSpelling(givenName);
  const latinSurname = pool.latin ? pickFrom(pool.latin.surnames, surnameAt) : asciiSpelling(surname);
  return {
    givenName,
    surname,
    displayName: pool.surnameFirst ? `${surname} ${givenName}` : `${givenName} ${surname}`,
    mailNickname: `${latinGiven}.${latinSurname}`,
    language: pool.language,
  };
}
