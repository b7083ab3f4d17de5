import { words } from './words';

/** Words that companies of every trade carry, and that people leave out. */
export const genericWords = words(`
  group grp services service solutions solution associates associate association partners partner holdings holding
  enterprises enterprise industries international intl global worldwide national systems agency office offices center
  centre firm team usa us america organization
  practice professional professionals specialists works brothers bros sons son daughters fils hijos sohne
  hoa cie compagnie gruppe groupe grupo gruppo groep asociados hermanos freres nonprofit alliance management
`);

/** Words for a trade or a kind of institution: two names that differ in one of them are two companies. */
export const businessWords = words(`
  academy accounting accountants acupuncture advertising advisors advisory advisers aerospace agriculture agricultural air
  airlines airport alarm alarms ambulance analytics animal antiques apartments apparel appliance appliances appraisal aquarium
  arboretum architects architecture arena arms art arts artisan asphalt assisted asset athletics attorneys auction audio audiology auto
  automation automotive aviation avocats advocates abogados advies anwalte rechtsanwalte
  baby bait bakery bakers bank banking baptist bar barbecue barber bbq beauty bed beer behavioral beverage bicycle bikes
  biotech boat boats body books bookstore bottling boutique bouw bau bowling brewery brewing brewers bridal broadcasting brokers
  brokerage builders building burgers bus butchers
  cabinets cabinetry cable cafe camp campground candy capital car cardiology cards care cargo carpentry carpet carpets cars casino
  catering cathedral catholic cattle cellars cement cemetery ceramics chamber chapel charities charity charter cheese chemical
  chemicals chemist chess chevrolet child childcare children chiropractic chocolate christian church cider cinema civil
  cleaners cleaning climbing clinic clinical clothing club coaching coatings coffee collision college
  commerce commercial communications community components computer computers computing concrete condominiums construction
  consulting consultants contracting contractors controls conveyor cookies cooling cooperative coop cosmetics counseling council
  country county couriers court cpa cpas crafts credit cremation cruises custom customs cutlery cycles
  dairy dance data day daycare dealers dealership decor deli delicatessen delivery dental dentist dentistry denture
  dermatology design designs desserts detailing development developers diagnostics die dialysis diesel diner diocese disposal
  distillery distributing distribution distributors district diving dog donuts doors drilling drug drugs drywall dodge
  education educational eggs elder elderly electric electrical electronics elementary elevator embroidery emergency endodontics
  energy engineering engineers engines entertainment environmental episcopal equestrian equipment equine equity escrow
  estate estates evangelical events excavating excavation excavators exhaust express exterminators extracts eye eyecare eyewear family
  fabrication fabricators fabrics farm farms fasteners feed fellowship fence fencing fertility fertilizer festival fiber film
  films finance financial finishing fire fireplace fish fisheries fishing fitness flight flooring floors florist florists flowers food
  foods ford forestry forge foundation foundry framing franchise freight fruit fuel fuels funeral furnace furnishings furniture
  galleries gallery games garage garden gardens gas gastroenterology gear gems gifts glass golf gourmet government grain granite
  graphics greenhouse grill grille grinding grocers grocery guns gutters gymnastics gym gynecology
  hair handyman hardware hardwood harley hauling hay health healthcare hearing heating herbal high historical history hockey home homeowners homes
  honda honey horse horticulture hospice hospital hospitality hospitals hostel hotel hotels hotelbetrieb household housing hydraulics hvac hyundai
  ice imaging immigration imports importers exports improvement independent infusion inn inspection inspections installation
  institute instruments insulation insurance integration interactive interior interiors investigations investment investments irrigation
  iron jail janitorial jeep jewelers jewelry jewellers joinery juice junior karate kennel kennels kia kids kindergarten kitchen kitchens
  lab laboratories laboratory labs landscape landscaping language lanes laser laundry law lawn lawyers leasing leather legal
  library lifestyle lift lighting limousine linen liquor literacy litho livestock living local locksmith lodge lodging logistics logging logistik
  lounge lubricants luggage lumber lutheran luxury
  machine machinery machining magazine mailing maintenance manufacturing marble marina marine maritime market marketing markets
  martial masonry massage maschinenbau materials mattress mazda meat meats mechanical media mediation medical medicine memorial mennonite
  mental merchants metal metals metallbau methodist metrology milk mill milling mills mining ministries ministry missionary mobile models
  molding monastery money montessori monuments mortgage mosque motel motor motorcycles motors movers moving museum music
  nail nails natural nephrology neurology newspaper nissan nursery nursing nutrition
  obgyn oil oncology ophthalmology optical optics optometry oral orchard orchards orchestra organic orthodontics orthopedics orthopaedics outdoor outfitters
  packaging packing pain paint painting paints pallet paper papers parish parks parking parts party pastry paving pawn payroll
  pediatric pediatrics pensions pentecostal perfume periodontics pest pet petroleum pets pharma pharmaceutical pharmacy pharmacies
  philharmonic phone photo photography physical physicians physio physiotherapy piano pictures pies pipe pipeline pizza pizzeria plan planning plant plants
  plaster plastering plastic plastics plating playhouse plumbing podiatry police polymers pools port pork post poultry power precast precision
  preparatory presbyterian preschool press primary print printers printing prison produce products property properties
  prosthetics psychiatry psychology public publications publishing publishers pulmonary pump pumps
  quarry quilts race racing radiology radio railroad railway ranch ready real realtors realty records recovery recreation
  recreational recruiting recruitment recycling refinery refrigeration rehab rehabilitation remodeling removal renovation rental rentals repair
  reporting rescue research residential resort resorts resource resources restaurant restaurants restoration retail retirement
  rice riding rigging rock roofing roofers rugs rural rv
  safety sailing salon salons salvage sanitation sand saw sawmill scaffolding school schools science sciences scientific scouts screen
  sculpture seafood seafoods seed seeds self senior seniors septic sewer sewing sheet shelter sheriff shipping shipyard shoe shoes shooting
  shutters siding signage signs silk skateboard ski skin sleep smokehouse snacks soap soccer social society software soils solar
  solicitors sound spa speech spine spirits sporting sports sprinklers staffing stables stadium stairs stamping stationery steak
  steakhouse steel steelworks stone storage stores strategies structural student studio studios sugar supermarket supplies supply
  surf surgeons surgery surgical surveying surveyors sushi swim swimming symphony synagogue
  tackle tailors talent tan tattoo tavern tax taxi tea technical technologies technology telecom telephone television temple tennis
  textile textiles theater theatre theatres therapy thrift tile tiles timber tire tires title tobacco tool tooling tools tour tours
  tourism towing town township toyota toys tractor trade traders trading traffic trailer trailers training transfer transit transmission transport transportation
  travel treatment tree trophies truck trucking trucks trust turf tutoring tv
  uniform uniforms union unitarian united universal university upholstery urgent urology used utilities utility
  vacuum valve valves vegetable vehicle vending ventures venture veterinary veterans video village vineyard vineyards vintage vinyl vision vitamins vodka
  volkswagen wares warehousing waste watch watches water waterproofing wealth web wedding weddings welding well wellness wells wheel wheels wholesale
  wind window windows wine winery wines wire women wood woodwork woodworking wool workers wrestling yacht yachts yarn yoga youth zoo
  stadt markt pub kfz werkstatt fire police commissioners
  elektro elektrotechnik druckerei immobilien steuerberatung autohaus spedition apotheke backerei praxis zahnarzt zahnarztpraxis
  pharmacie immobilier transports conseil batiment boulangerie groothandel techniek installatie construcciones
  distribuciones ingenieria clinica farmacia inmobiliaria joiners brotherhood department authority commission city town village county state
  aid bygg fisk skole schule kirchengemeinde krankenhaus chevy
  sisters fund coalition league lodge chapter federation council board bureau
`);

/** Trades that are also a part of one company's premises ("Acme - Shop"). */
export const dualWords = words(`
  shop store yard clinic school church farm plant studio garage gym library market restaurant lounge bar grill cafe
  salon spa pharmacy lab labs marina club hotel inn mill barn nursery chapel hall gallery kitchen warehouse care
  kennel kennels fitness pro bakery ranch lodge home house center building accounting billing finance engineering
  parts service shipping maintenance training imaging operations station retail outlet quarry camp greenhouse arena stables
  foundry museum werkstatt
`);

/** What names of institutions begin with and people leave out: "City of …", "Law Offices of …". */
export const leadingWords = words(`
  city town village county township borough university college law office offices restaurant hotel clinic praxis
  kanzlei zahnarztpraxis tierarztpraxis arztpraxis kinderarztpraxis steuerberatung apotheke autohaus backerei metzgerei
  tischlerei schreinerei weingut gasthof gasthaus gebr gebruder evangelische katholische stadtwerke hausarztpraxis
  zimmerei dachdeckerei spedition grundschule gymnasium ingenieurburo fahrschule gartnerei
  cabinet pharmacie boulangerie clinique etude garage restaurant mairie domaine camping auberge brasserie boucherie
  fromagerie menuiserie ecole lycee chateau
  bakkerij slagerij tandartspraktijk notariskantoor basisschool kinderopvang autobedrijf aannemersbedrijf bouwbedrijf
  huisartsenpraktijk tuincentrum drogisterij kapsalon makelaardij
  carpinteria gestoria clinica farmacia pizzeria trattoria ristorante
  church department congregation temple parish diocese
`);

/** What stands inside names to make them fuller, and is dropped in speaking: "Dover Community Hospital". */
export const qualifyingWords = words(`
  community greater family chartered certified independent unified public general regional memorial national
  specialty discount custom professional registered official original cofe rc suites
`);

/** What a city or a county does itself, under its own name. */
export const publicServices = words(`
  police fire department library water sewer wastewater works hall court courthouse jail sheriff clerk treasurer parks
  recreation schools airport cemetery transit
`);

/** With such a word behind it, a name is another body's: "Lincoln Elementary" is not its PTA. */
export const apartWords = words(`
  pta pto ptsa alumni boosters auxiliary foundation endowment
`);
