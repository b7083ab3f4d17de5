import { words } from './words';

/** Cities, states and countries, folded. Behind a company's name they tell the site. */
export const places = words(`
  alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas
  kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada new_hampshire
  new_jersey new_mexico new_york north_carolina north_dakota ohio oklahoma oregon pennsylvania rhode_island south_carolina
  south_dakota tennessee texas utah vermont virginia washington west_virginia wisconsin wyoming puerto_rico
  al ak az ar ca ct de fl ga hi ia il ks ky la ma md mi mn mo ms mt nc nd ne nh nj nm nv ny oh ok or pa ri sc sd tn tx ut va vt wa wi wv wy
  nyc sf slc dfw phx chi atl philly vegas dc
  abilene akron albany albuquerque alexandria alhambra allen allentown alpharetta altoona amarillo ames anaheim anchorage ann_arbor
  annapolis antioch appleton arlington arvada asheville ashland aspen athens atlanta auburn augusta aurora austin avon bakersfield baltimore
  bangor barstow baton_rouge battle_creek bayonne beaumont beaverton bedford bellevue bellingham bend berkeley bethesda bethlehem billings biloxi
  binghamton birmingham bismarck blaine bloomfield bloomington boca_raton boise bolingbrook boston boulder bowling_green boynton_beach bozeman
  bradenton brandon brentwood bremerton bridgeport brighton bristol brockton broken_arrow bronx brookfield brookline brooklyn broomfield
  brownsville bryan buffalo burbank burlington burnsville butte cambridge camden canton cape_coral carlsbad carmel carrollton carson carson_city cary
  casper castle_rock cedar_falls cedar_park cedar_rapids centennial chandler chapel_hill charleston charlotte charlottesville chattanooga chesapeake
  cheyenne chicago chico chino chula_vista cicero cincinnati clarksville clearwater cleveland clifton clinton clovis coeur_d_alene college_station
  colorado_springs columbia columbus compton concord conroe conway coppell coral_gables coral_springs corona corpus_christi corvallis costa_mesa
  covington cranston culver_city cupertino dallas daly_city danbury danville davenport davis dayton daytona daytona_beach dearborn decatur deerfield delray_beach
  deltona denton denver des_moines detroit dothan dover downey dublin dubuque duluth durango durham eagan eau_claire edina edison edmond el_cajon
  el_monte el_paso elgin elizabeth elk_grove elkhart elmhurst elyria encinitas englewood enid erie escondido eugene euless evanston evansville
  everett fairbanks fairfax fairfield fargo farmington fayetteville federal_way findlay fishers flagstaff flint florence folsom fontana fort_collins
  fort_lauderdale fort_myers fort_smith fort_wayne fort_worth framingham frankfort franklin frederick fremont fresno frisco fullerton gainesville
  galveston garden_city garden_grove garland gary gastonia gilbert glendale golden goodyear grand_forks grand_island grand_junction grand_rapids great_falls greeley
  green_bay greensboro greenville greenwich gresham gulfport hackensack hagerstown hamilton hammond hampton harlingen harrisburg hartford hattiesburg
  haverhill hayward helena hempstead henderson hialeah hickory high_point hillsboro hoboken hollywood honolulu hot_springs houston huntersville huntington
  huntington_beach huntsville hutchinson idaho_falls independence indianapolis inglewood irvine irving issaquah ithaca jackson jacksonville janesville jefferson_city
  jersey_city johnson_city joliet jonesboro joplin jupiter kalamazoo kalispell kansas_city kearney kenner kennewick kenosha kent kettering key_west killeen kingsport
  kirkland kissimmee knoxville kokomo la_crosse la_jolla la_mesa lafayette lake_charles lakeland lakewood lancaster lansing laramie laredo largo
  las_cruces las_vegas lawrence lawton layton leesburg lehi lewiston lewisville lexington lima lincoln little_rock littleton livermore livonia lodi logan
  long_beach long_island longmont longview lorain los_angeles louisville loveland lowell lubbock lynchburg lynn lynnwood macon madison malden manassas manchester manhattan mankato mansfield
  maple_grove marietta marion marlborough marysville mcallen mckinney medford melbourne memphis menlo_park mentor merced meriden meridian mesa mesquite miami
  middletown midland milpitas milwaukee minneapolis minnetonka minot miramar mission_viejo missoula mobile modesto monroe monterey montgomery morgantown mountain_view
  muncie murfreesboro murrieta muskegon nampa napa naperville naples nashua nashville new_bedford new_britain new_haven new_orleans new_rochelle newark newport
  newport_beach newport_news newton niagara_falls nogales norfolk norman norwalk norwich novi oakland oceanside odessa ogden oklahoma_city olathe olympia omaha ontario
  orange orem orlando oshkosh overland_park owensboro oxnard palm_bay palm_beach palm_desert palm_springs palmdale palo_alto paramus parker parma
  pasadena pasco paterson pawtucket peabody pearland pembroke_pines pensacola peoria perth_amboy petaluma pflugerville philadelphia phoenix
  pittsburgh plainfield plano plantation pleasanton pocatello pomona pompano_beach ponce port_arthur port_st_lucie portland portsmouth poughkeepsie
  prescott princeton providence provo pueblo puyallup queens quincy racine raleigh rancho_cucamonga rapid_city reading redding redlands redmond redondo_beach
  redwood_city reno renton reston rialto richardson richland richmond riverside roanoke rochester rock_hill rockford rockville rocky_mount rogers
  roseville roswell round_rock royal_oak sacramento saginaw salem salina salinas salisbury salt_lake salt_lake_city san_angelo san_antonio san_bernardino san_diego
  san_francisco san_jose san_juan san_leandro san_luis_obispo san_marcos san_mateo san_rafael sandy sandy_springs santa_ana santa_barbara santa_clara santa_clarita
  santa_cruz santa_fe santa_maria santa_monica santa_rosa sarasota savannah schaumburg schenectady scottsdale scranton seattle sedona sheboygan
  sherman shreveport silver_spring simi_valley sioux_city sioux_falls skokie smyrna somerville south_bend southfield sparks spartanburg spokane springdale springfield st_cloud
  st_george st_joseph st_louis st_paul st_petersburg stamford state_college staten_island sterling sterling_heights stillwater stockton sugar_land summerville sunnyvale superior surprise syracuse
  tacoma tallahassee tampa taylor tempe temecula temple terre_haute texarkana the_woodlands thornton thousand_oaks toledo topeka torrance towson trenton troy tucson tulsa
  turlock tuscaloosa twin_falls tyler upland vacaville valdosta vallejo valparaiso vancouver ventura vero_beach victoria victorville vienna visalia vista waco walla_walla walnut_creek
  waltham warner_robins warren warwick waterbury waterloo watertown waukegan waukesha wausau wenatchee west_chester west_jordan west_palm_beach westminster
  weston westfield wheaton white_plains wichita wichita_falls wilkes_barre williamsburg wilmington wilson winston_salem winter_park woodbridge woodbury woodland worcester yakima yonkers york youngstown yuba_city yuma
  pacific_coast gulf_coast east_coast west_coast north_shore south_shore bay_area pacific_northwest central_valley
  canada toronto montreal calgary ottawa edmonton winnipeg mississauga brampton surrey halifax saskatoon regina kelowna
  quebec laval gatineau sherbrooke kitchener burnaby markham oshawa barrie kingston guelph moncton fredericton st_johns nanaimo red_deer lethbridge
  alberta british_columbia manitoba nova_scotia saskatchewan bc ab on qc
  uk england scotland wales ireland london leeds glasgow sheffield bradford edinburgh liverpool cardiff leicester coventry
  nottingham newcastle sunderland belfast derby plymouth wolverhampton southampton swansea aberdeen dundee bath exeter oxford york inverness preston brighton
  luton swindon ipswich norwich chester gloucester cheltenham croydon slough watford milton_keynes northampton peterborough stoke hull blackpool bolton cork galway limerick waterford
  australia sydney melbourne brisbane perth adelaide canberra hobart darwin gold_coast newcastle geelong cairns townsville toowoomba ballarat bendigo wollongong
  nsw qld vic tas parramatta fremantle new_zealand auckland wellington christchurch hamilton dunedin tauranga queenstown
  germany deutschland berlin hamburg munich munchen koln cologne frankfurt stuttgart dusseldorf dortmund essen leipzig bremen dresden hannover nurnberg
  nuremberg duisburg bochum wuppertal bielefeld bonn munster karlsruhe mannheim augsburg wiesbaden freiburg mainz kassel aachen kiel lubeck rostock ulm regensburg ingolstadt wurzburg
  austria wien vienna graz linz salzburg innsbruck switzerland zurich zuerich geneva genf basel bern lausanne luzern
  france paris marseille lyon toulouse nice nantes strasbourg montpellier bordeaux lille rennes reims grenoble dijon angers nimes toulon rouen metz nancy cannes
  netherlands nederland amsterdam rotterdam utrecht eindhoven groningen tilburg almere breda nijmegen den_haag the_hague haarlem arnhem delft leiden maastricht zwolle
  belgium brussels brussel bruxelles antwerp antwerpen gent ghent brugge leuven liege namur luxembourg
  spain madrid barcelona valencia sevilla seville zaragoza malaga bilbao murcia palma alicante granada
  portugal lisbon lisboa porto braga coimbra faro italy roma rome milano milan napoli torino turin palermo genova bologna firenze florence verona venezia bari
  sweden stockholm goteborg gothenburg malmo uppsala norway oslo bergen trondheim stavanger denmark copenhagen kobenhavn aarhus odense finland helsinki tampere turku espoo
  poland warsaw warszawa krakow gdansk wroclaw poznan prague praha brno budapest bucharest sofia athens zagreb belgrade vilnius riga tallinn
  mexico tijuana monterrey guadalajara cancun puebla queretaro leon bogota medellin lima santiago quito buenos_aires sao_paulo rio
  tokyo osaka kyoto yokohama nagoya singapore hong_kong shanghai beijing seoul taipei manila bangkok jakarta kuala_lumpur mumbai delhi bangalore chennai hyderabad pune
  dubai abu_dhabi doha riyadh tel_aviv cairo lagos nairobi johannesburg cape_town durban pretoria
`);
