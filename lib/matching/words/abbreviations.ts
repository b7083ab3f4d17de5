/**
 * One line for each group of words that stand for the same thing, the short forms first. Words of
 * one line are equal to the recognition, so a line may join near forms ("medical", "medicine"). Where
 * a short form has several meanings, `|` keeps them apart: "ortho" is equal to both others of its
 * line, which are not equal to each other.
 */
const groups = `
  acad academy
  acct acctg accounting accountants accountancy accountant
  admin administration administrative
  adv advertising
  agcy agency agencies
  agri ag agricultural agriculture
  amer american
  apt apts apartment apartments
  arch | architects architect architectural architecture
  assoc assocs assn assc associates association associate associated
  atty attys attorney attorneys
  auth authority
  auto automotive automobile
  av ave avn avenue
  bapt baptist
  bd brd board
  bldg bldgs bld building
  bldr bldrs builders builder
  blvd boulevard
  bros bro brothers brother
  bus business
  cath catholic
  cem cemetery
  chiro chiropractic chiropractor chiropractors
  chr christian
  chem chemical chemicals
  ch church
  clin clinic clinics
  comm | cmnty community | comml coml commercial | comms communications communication telecommunications telecom
  condo condos condominium condominiums
  cons | consult consulting consultants consultant consultancy | conservation
  const constr construction
  contr contracting contractors contractor
  conv convention conference
  coop cooperative
  corr correctional
  cnty county
  ct crt court courts
  cent | ctr cntr ctrs center centre centers centres | cntrl ctrl central
  cty city
  derm dermatology dermatological
  dev devel development developers developer
  dent dental dentistry dentists dentist
  dept dpt department
  diag diagnostic diagnostics
  dist distr | district | distribution distributors distributing distributor
  div division
  ecom ecommerce
  edu educ education educational
  elec electric electrical electricians electrician
  elem elementary
  emer emergency
  endo endodontics endodontic
  eng engr engrg engineering engineers engineer
  ent enterprises enterprise
  env envir enviro environmental
  equip eqpt equipment
  est estate estates
  exch exchange
  exec executive
  expl exploration
  fab fabrication fabricators fabricating
  fam family
  fed federal
  fin financial finance
  fdn fndn foundation
  ft fort
  furn furniture
  gen general
  gov govt government
  gp grp group
  hc healthcare
  hlth health
  hosp hospital hospitals
  hr hrs hour hours
  hts heights
  hwy highway
  ind | inds indust industries industrial industry | independent
  info information
  ins insur insurance
  inst institute institution
  intl int international
  inv invest investments investment investors
  jr junior
  lab labs laboratory laboratories
  lib library
  lk lake
  log logistics
  luth lutheran
  mach machine machining machinery
  maint maintenance
  maj major
  mem memorial
  med medical medicine
  mfg manuf mfr mfrs manufacturing manufacturers manufacturer
  mgmt mgt mngmt management
  mgr manager
  min ministries ministry
  mkt mkting mktg marketing
  mkts market markets
  mt | mtn mtns mountain mountains | mount
  mtg mortgage
  mun muni municipal
  mus museum
  natl nat national
  neuro | neurology neurological | neurosurgery
  ofc off office offices
  opt optical opticians optician
  optom optometry optometrists optometrist optometric
  org organization organisation
  ortho | orthopedics orthopaedics orthopedic orthopaedic | orthodontics orthodontic orthodontist orthodontists
  par parish
  ped peds pediatric pediatrics paediatrics paediatric
  perio periodontics periodontal
  pharm rx pharmacy
  phys | physical | physicians physician
  pk | park | peak
  pkg | packaging | parking
  pkwy parkway
  pl place
  pt point
  ln lane
  chevy chevrolet
  brewery brewing
  floors flooring
  law lawyers lawyer
  sols solicitors solicitor
  physio physiotherapy physiotherapists
  htg heating
  clg cooling
  ops operations
  elektro elektrotechnik
  installatie installatietechniek installatietechnik
  gebr gebruder
  plmb plbg plumbing plumbers plumber
  pizza pizzeria pizzas
  landscape landscaping landscapers landscapes
  praxis | zahnarzt zahnarztpraxis | tierarzt tierarztpraxis | hausarzt hausarztpraxis | kinderarzt kinderarztpraxis
  kanzlei | rechtsanwaltskanzlei anwaltskanzlei | steuerkanzlei
  agentur | werbeagentur werbung | versicherungsagentur
  tool tools tooling
  hdwe hdwr hardware
  prep preparatory
  joinery joiners
  cabinetry cabinets
  movers moving
  roofing roofers
  excavating excavation excavators
  drilling drillers
  hauling haulers haulage
  paving pavers
  painting painters
  print printing printers
  welding welders
  survey surveying surveyors
  scaff scaffolding scaffolders scaffold
  catering caterers
  counseling counselling counselors
  outfitters outfitter
  fence fencing
  tiling tilers
  plastering plasterers
  glazing glaziers
  upholstery upholsterers
  tailoring tailors
  removal removals
  jewelry jewellery
  distillery distilling distillers
  stb steuerberatung steuerberater
  dachdeckerei dachdecker
  schreinerei schreiner
  tischlerei tischler
  zimmerei zimmerer
  aannemersbedrijf aannemers aannemer
  schilders schilderwerken schildersbedrijf
  makelaardij makelaars makelaar
  tandarts tandartspraktijk
  notaris notariskantoor notariaat
  huisarts huisartsenpraktijk huisartsen
  advocaten advocatenkantoor advocaat
  assurances assurance
  menuiserie menuisier
  plomberie plombier
  pres presbyterian
  prod prods | products | production productions
  prof professional
  prop props property properties
  psych | psychology psychological | psychiatry psychiatric
  ptnrs ptrs partners partner partnership
  pub | publ publishing publications | public
  rd road
  rec recreation recreational
  reg regional
  rehab rehabilitation
  rental rentals
  res | research | residential
  resto restaurant restaurants
  ret retirement
  rlty realty realtors
  sch schl school schools
  sci science sciences scientific
  sec security
  serv servs svc svcs service services servicing
  soc society
  sol soln solns solutions solution
  spec specialty specialties specialists specialist
  sq square
  sr senior seniors
  st | saint sainte ste sankt | street str strasse
  surg surgery surgical surgeons surgeon
  sys syst systems system
  tech techs | technology technologies technologie | technical
  theat theater theatre
  ther therapy therapeutic therapeutics
  tpke turnpike
  trans transp transport transportation
  trk trucking
  twp township
  univ uni university
  util utility utilities
  vet vets veterinary veterinarian veterinarians
  vlg village
  whse warehouse
  whsl wholesale
  wtr water
  harbor harbour
  color colour
  labor labour
  jewelers jewellers
  tire tyre tires tyres
  gray grey
  cpa cpas
  1 one
  2 two
  3 three
  4 four
  5 five
  6 six
  7 seven
  8 eight
  9 nine
  10 ten
  1st first erste
  2nd second
  3rd third
  4th fourth
  5th fifth
  6th sixth
  7th seventh
  8th eighth
  9th ninth
  10th tenth
  ne northeast
  nw northwest
  se southeast
  sw southwest
  n no north
  s so south
  az arizona
  ca california
  ga georgia
  ia iowa
  il illinois
  ks kansas
  ky kentucky
  mi michigan
  mn minnesota
  nv nevada
  oh ohio
  tn tennessee
  tx texas
  ut utah
  va virginia
  wa washington
  wi wisconsin
  e east
  w west
`;

/** What a word has in common with others. */
export interface Group {
  /** The group's first word. */
  readonly key: string;
  /** Which of the group's meanings; 0 for a short form that stands for any of them. */
  readonly sense: number;
}

/** The group of each word of the table. */
export const abbreviations: ReadonlyMap<string, Group> = new Map(
  groups
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [key = ''] = line.trim().split(/\s+/, 1);
      return line.split('|').flatMap((meaning, sense) =>
        meaning
          .trim()
          .split(/\s+/)
          .map((word): [string, Group] => [word, { key, sense }]),
      );
    }),
);
