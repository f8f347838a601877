export interface Site {
  readonly city: string;
  readonly country: string;
  readonly usageLocation: string;
  readonly state: string | null;
  readonly streetAddress: string;
  readonly postalCode: string;
  /** The fixed digits of the site's fictional numbers; `digits` more follow. */
  readonly prefix: string;
  readonly digits: number;
}

const site = (
  place: readonly [city: string, country: string, usageLocation: string],
  address: readonly [street: string, postalCode: string, state: string | null],
  numbers: readonly [prefix: string, digits: number],
): Site => ({
  city: place[0],
  country: place[1],
  usageLocation: place[2],
  streetAddress: address[0],
  postalCode: address[1],
  state: address[2],
  prefix: numbers[0],
  digits: numbers[1],
});

/** Number blocks that the regulators of each country keep for fiction (Ofcom, ARCEP, Bundesnetzagentur, NANPA). */
export const sites: readonly Site[] = [
  site(['London', 'United Kingdom', 'GB'], ['1 Example Street', 'EC1A 1ZZ', null], ['+44 20 7946 0', 3]),
  site(['Leeds', 'United Kingdom', 'GB'], ['2 Sample Lane', 'LS1 1ZZ', null], ['+44 113 496 0', 3]),
  site(['Manchester', 'United Kingdom', 'GB'], ['3 Specimen Road', 'M1 1ZZ', null], ['+44 161 496 0', 3]),
  site(['Edinburgh', 'United Kingdom', 'GB'], ['4 Pattern Close', 'EH1 1ZZ', null], ['+44 131 496 0', 3]),
  site(['Cardiff', 'United Kingdom', 'GB'], ['5 Model Row', 'CF10 1ZZ', null], ['+44 29 2018 0', 3]),
  site(['Berlin', 'Germany', 'DE'], ['Musterstraße 6', '10115', 'Berlin'], ['+49 30 23125 ', 3]),
  site(['München', 'Germany', 'DE'], ['Beispielgasse 7', '80331', 'Bayern'], ['+49 89 99998 ', 3]),
  site(['Köln', 'Germany', 'DE'], ['Probenweg 8', '50667', 'Nordrhein-Westfalen'], ['+49 221 4710 ', 3]),
  site(['Paris', 'France', 'FR'], ['9 rue de l’Exemple', '75001', null], ['+33 1 99 00 ', 4]),
  site(['New York', 'United States', 'US'], ['10 Sample Avenue', '10001', 'NY'], ['+1 212 555 01', 2]),
];

export interface Department {
  readonly name: string;
  readonly titles: readonly string[];
}

export const departments: readonly Department[] = [
  { name: 'Cardiology', titles: ['Cardiologist', 'Cardiac Nurse', 'Echo Technician', 'Registrar'] },
  { name: 'Radiology', titles: ['Radiologist', 'Radiographer', 'Imaging Assistant'] },
  { name: 'Emergency Care', titles: ['Emergency Physician', 'Triage Nurse', 'Paramedic'] },
  { name: 'Paediatrics', titles: ['Paediatrician', 'Children’s Nurse', 'Play Specialist'] },
  { name: 'Pharmacy', titles: ['Pharmacist', 'Dispenser'] },
  { name: 'Finance', titles: ['Accountant', 'Payroll Officer', 'Controller'] },
  { name: 'Human Resources', titles: ['Recruiter', 'Adviser', 'Training Officer'] },
  {
    name: 'Information Technology',
    titles: ['System Administrator', 'Developer', 'Analyst', 'Service Agent'],
  },
  { name: 'Facilities', titles: ['Caretaker', 'Engineer', 'Planner'] },
  { name: 'Purchasing', titles: ['Buyer', 'Contract Officer'] },
  { name: 'Legal', titles: ['Counsel', 'Privacy Officer'] },
  { name: 'Communications', titles: ['Editor', 'Designer', 'Press Officer'] },
  { name: 'Research & Development', titles: ['Scientist', 'Laboratory Technician', 'Statistician'] },
  { name: 'Patient Services', titles: ['Receptionist', 'Planner', 'Care Coordinator'] },
];
