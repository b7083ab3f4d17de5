import { words } from './words';

/** Words for a part of a customer's premises, or for the equipment itself: never who it belongs to. */
export const siteWords = words(`
  wifi wi-fi wlan lan wan network networks net ssid wireless ap aps access router routers switch switches
  mesh guest guests public private staff corp corporate employee employees internal external byod iot voip pos
  cctv camera cameras phones vlan dmz backup primary secondary production prod new old legacy temp temporary
  office offices ofc hq headquarters headquarter main central site sites location locations loc branch store stores
  shop yard depot warehouse whse whs distribution dc terminal hub campus building bldg block wing tower suite ste unit floor
  fl flr level lvl room rm lobby reception conference boardroom board breakroom kitchen basement attic annex annexe
  addition garage barn shed dock docks gate entrance exterior outdoor outdoors indoor parking lot patio pool poolside
  clubhouse showroom counter front back rear side upper lower upstairs downstairs mezzanine
  north south east west northeast northwest southeast southwest ne nw se sw downtown uptown midtown
  street st road rd avenue ave av blvd boulevard drive dr lane ln way court ct highway hwy parkway pkwy place pl square sq
  trailer jobsite job field remote satellite regional admin administration accounting billing hr it finance sales service
  services parts shipping receiving production dispatch maintenance engineering ops operations dept department management
  servers server datacenter data center mdf idf noc rack closet core edge lab labs classroom classrooms gym gymnasium cafeteria library
  auditorium fellowship hall sanctuary nursery youth rectory parsonage kids children childrens chapel office2
  plant factory mill shop1 workshop studio kiosk stand booth taproom bar restaurant cafe lounge grill
  dining ballroom spa fitness pavilion courthouse jail station substation tank memory care assisted independent
  kennel kennels exam operatory xray imaging er icu clinic pharmacy drive-thru drivethru thru atm leasing pro
  server residence home house apartment apt cabin condo igmp poe 2g 5g 24ghz 5ghz ghz only
  filiale zentrale lager werk buro hauptsitz niederlassung standort halle etage erdgeschoss og eg ug sud nord ost
  bureau siege agence entrepot magasin succursale usine atelier etage rez
  kantoor vestiging magazijn hoofdkantoor filiaal
  oficina almacen sucursal planta bodega tienda sede principal
  kontor lager fabrik butik
  empfang rezeption gaste lehrer kasse kuche saal keller dachgeschoss tagung
  balie winkel loods gasten receptie werkplaats toonzaal
  accueil caisse terrasse cuisine chambres piscine chantier salle bureaux
  customer client cust acct account managed datto openmesh ubnt meraki cloudtrax eero
`);

/** Networks of people's homes, and equipment without a customer. */
export const homeWords = words(`
  home house residence residential apartment condo cabin cottage family mom dad moms dads parents inlaws flat villa
`);

/** Spare and test equipment: unless an organization's whole name stands beside, the network has none. */
export const spareWords = words(`
  test tests testing tester lab spare spares demo demos demonstration staging stage bench old unused obsolete decommissioned
  retired archive archived template default inventory stock loaner loaners rma pool training sandbox dev uat qa poc eval
  evaluation trial delete do not use dummy sample example temp tmp untitled unknown unassigned unclaimed misc junk broken
  internal personal playground deprecated zz zzz xx xxx dnu
`);

/** Of the site words those that also make names: "Fairview Park" is not "Fairview Dental". */
export const namingSiteWords = words(`
  access field hall park place central tower gate street road avenue drive lane way court square sq main new old upper lower
  campus station mill barn house cabin cottage apartment gym library chapel plaza terrace dock harbor marina
  north south east west northeast northwest southeast southwest ne nw se sw
`);

/** What the names of towns and neighbourhoods end in. */
export const placeEndings = words(`
  acres bay beach bluff bluffs bridge canyon city cove creek crossing crossings falls forest ford gardens glen green grove harbor haven
  heights hill hills hollow island junction lake lakes landing manor meadow meadows mills mountain oaks park pines plains
  point port prairie ranch ridge river rock shores spring springs station terrace town township valley view village vista woods
`);
