import type { SearchDocument } from '@switchboard/search/document/search-document';
import { type Culture, cultures } from './cultures.ts';
import { pick, pickCommon, type Random, randomFrom } from './random.ts';

const list = (text: string): readonly string[] => text.split(', ');
const departments = list(
  'Finance, Sales, Human Resources, Legal, Cardiology, Radiology, Surgery, Oncology, Neurology, Paediatrics, Facilities, Procurement, Marketing, Research, Logistics, Customer Service, Information Technology, Security, Communications, Internal Audit, Housing, Permits, Road Works, Public Health, Taxes, Libraries, Sports and Culture, Waste Management, Parking, Civil Registry, Reception, Catering, Quality, Engineering, Production, Maintenance, Training, Treasury, Compliance, Planning',
);
const ranks = list('Junior, Senior, Lead, Deputy, Chief, Assistant, Head of, Associate');
const titles = list(
  'Accountant, Nurse, Physician, Engineer, Lawyer, Analyst, Clerk, Technician, Consultant, Director, Secretary, Planner, Buyer, Architect, Developer, Officer, Adviser, Coordinator, Inspector, Librarian, Surgeon, Therapist, Trainer, Driver',
);
const cities = list(
  'London, Berlin, Amsterdam, Paris, Madrid, Warsaw, Stockholm, Istanbul, Vienna, Zürich, Brussels, Copenhagen, Oslo, Helsinki, Dublin, Lisbon, Prague, Budapest, Athens, Munich, Hamburg, Köln, Rotterdam, Utrecht, Lyon, Marseille, Barcelona, Sevilla, Kraków, Gdańsk, Göteborg, Malmö, Aarhus, Bergen, Tampere, Cork, Porto, Brno, Graz, Basel, Genève, Antwerpen, Gent, Leeds, Manchester, Bristol, Glasgow, Cardiff, Leipzig, Dresden',
);
const organisations = ['Contoso', 'Fabrikam Health', 'Northwind Traders', 'City of Adatum', 'Tailspin Legal'];

/** Of so many in a hundred it holds: a surname from the parts, one with a particle, a double one, a second given name. */
const chance = { rare: 55, particle: 22, double: 3, second: 9, mobile: 45, former: 2 } as const;

function cultureOf(random: Random): Culture {
  let left = random() * cultures.reduce((sum, { share }) => sum + share, 0);
  for (const culture of cultures) {
    left -= culture.share;
    if (left < 0) return culture;
  }
  return cultures[0] as Culture;
}

const hits = (random: Random, hundredths: number): boolean => random() * 100 < hundredths;

function surnameOf(random: Random, { surnames, parts, particles }: Culture): string {
  if (!hits(random, chance.rare)) return pickCommon(random, surnames).replaceAll('_', ' ');
  const [first, second, third] = parts;
  const middle = hits(random, 60) ? pick(random, second) : '';
  const name = `${pickCommon(random, first)}${middle}${hits(random, 20) ? pick(random, second) : ''}${pick(random, third)}`;
  return particles.length > 0 && hits(random, chance.particle) ? `${pick(random, particles)}${name}` : name;
}

/** In a mail address: letters without their signs. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');

/** The numbers have country code 999, which nobody has. */
const phoneOf = (random: Random, isMobile: boolean): string => {
  const digits = String(Math.floor(random() * 1e7)).padStart(7, '0');
  return isMobile
    ? `+999 7${Math.floor(random() * 100)} ${digits}`
    : `+999 (0)${20 + Math.floor(random() * 40)} ${digits.slice(0, 3)} ${digits.slice(3)}`;
};

/** The nth of the people of a seed. */
export function personOf(seed: number, n: number): SearchDocument {
  const random = randomFrom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(n + 1, 0x85ebca6b));
  const culture = cultureOf(random);
  const first = pickCommon(random, culture.given);
  const givenName = hits(random, chance.second) ? `${first} ${pick(random, culture.given)}` : first;
  const surname = hits(random, chance.double)
    ? `${surnameOf(random, culture)}-${surnameOf(random, culture)}`
    : surnameOf(random, culture);
  const phones = [phoneOf(random, false), ...(hits(random, chance.mobile) ? [phoneOf(random, true)] : [])];
  return {
    id: `${n.toString(16).padStart(8, '0')}-0000-4000-8000-00000000${(seed & 0xffff).toString(16).padStart(4, '0')}`,
    source: 'directory',
    name: `${givenName} ${surname}`,
    givenName,
    surname,
    department: pickCommon(random, departments),
    jobTitle: `${hits(random, 50) ? `${pick(random, ranks)} ` : ''}${pick(random, titles)}`,
    organisation: pickCommon(random, organisations),
    office: `${pick(random, 'ABCDEFGH'.split(''))}${Math.floor(random() * 6)}.${Math.floor(random() * 60)}`,
    city: pickCommon(random, cities),
    mail: `${plain(givenName)}.${plain(surname)}${n % 97}@contoso.example`,
    phones,
    ...(hits(random, chance.former) ? { isFormer: true } : {}),
  };
}
