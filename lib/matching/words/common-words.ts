import { words } from './words';

/**
 * Words and surnames that companies are named after. Two of them are two names, however few letters
 * apart ("Riverside", "Riverdale"; "Hansen", "Hanson"): none is taken for a typing error.
 */
export const commonWords = words(`
  able absolute academic access accurate ace achieve acorn acre active adams advance advanced advantage adventure affordable agape
  agile alder alert alliance allied alpha alpine amber ambassador america american anchor angel angels antler apex apollo apple applied aqua
  arbor arc arch arctic aria ark arrow artisan ascend ascent ash aspen aspire assurance astro atlantic atlas aurora austin authentic avalon
  avenue aviator axiom axis azure badger balance bamboo banner baron basin bay bayou bayside bayview beach beacon bear beaver bee bell bella
  belmont benchmark berry best beta bethany bethel beyond big birch bird bishop bison black blackhawk blackstone blessed blossom blue bluebird bluff boardwalk
  bold bolt bonanza boone border boss boulder boundary bow box branch brave breeze briar brick bridge bridges bright brook brookside brown
  buck buckeye bud buffalo bull butler butterfly cactus cadence calvary camelot canal candle canyon capital capitol cardinal caring carriage cascade castle
  catalyst cavalier cedar celestial celtic centennial center central century champion chance chancellor charm charter chase cherry chestnut chief choice
  chrome circle citadel citizens city civic clarity classic clean clear clearview clearwater cliff clover coast coastal coastline cobalt cobra
  colonial colony colorado columbia comet comfort command commerce commons commonwealth community compass complete concept concord condor
  confidence connect connection continental copper coral core cornerstone cosmic cottage cottonwood country courtyard covenant coyote craft
  crane creative creek creekside crescent crest crestview crestwood crimson cross crossing crossroad crossroads crow crown crystal cumberland current cypress dakota dale dawn day
  deep deer delta desert destiny diamond direct discovery diversified divine dogwood dolphin dominion dove dragon dream dynamic eagle early earth
  east eastern eastgate eastside easy echo eclipse eden edge edgewater edgewood elegant element elite elk ellis elm ember emerald emmanuel
  empire endeavor energy english enterprise envision epic equinox essence essential eternal everest evergreen excel excellence executive expert
  express faith falcon family fair fairfield fairview fairway faithful fast feather fern fidelity field fir fire firefly first five flagship flame flat fleet
  flint flow focus foothill foothills forest forge fort fortress fortune forward foundation founders fountain four fox franklin free freedom fresh
  friendly friends frontier frost fusion future galaxy garden gate gateway gem gemini general genesis gentle giant glacier glen glenwood
  global glory gold golden good goose grace grand granite grant grape grass gray great green greenbrier greenfield greenwood grove guardian gulf
  hall hampton happy harbor harmony harvest haven hawk hawthorne hazel heart heartland hearth heavenly heights helix heritage hermitage hero
  hickory hidden high highland highlands hill hillcrest hillside hilltop holiday hollow holly holy home homestead honest honor hope horizon hospitality
  host hudson hunter hunters huron ideal image impact imperial independence independent indigo infinite infinity inland innovation innovative
  insight inspire integrated integrity inter iris iron ironwood island ivory ivy jade jasmine jasper jet jewel journey joy jubilee jungle juniper jupiter
  just key keystone king kings kingdom knight lake lakeland lakeshore lakeside lakeview lakewood lamp land landmark landing lantern lark laurel
  lavender lawn lead leader leaf league legacy legend lemon liberty life light lighthouse lilac lily lincoln linden link lion lions little
  living local lodge logic lone long longhorn lotus loyal luna lux lynx magic magna magnolia main majestic manor maple marble mariner market mars
  martin master masters matrix maverick max meadow meadows meadowbrook mega memory mercury mercy meridian metro metropolitan mid middle
  midland midtown midway midwest mile mill millennium mint miracle mirror mission mobile modern momentum monarch monument moon moose morning mosaic
  moss mother motion mount mountain mountainview muse mustang mutual mystic narrow nation native natural nature navigator neighborhood neptune
  nest new next nexus night nile noble nomad nordic normal north northern northgate northridge northside northstar northwest northwind notch nova oak oakdale
  oakhurst oakland oakwood oasis ocean oceanside oceanview olive olympia olympic olympus omega omni one onyx opal open optima optimal orange
  orchard orchid oregon origin orion osprey otter outback outlook outpost overlook owl oxford pacific paddock palace palisade palm palmetto panda panther
  paradigm paradise paragon paramount park parkside parkview parkway partner passion pastoral path pathway patriot peace peach peacock peak pearl
  pebble pelican penguin penn people perfect performance phoenix piedmont pilgrim pilot pine pinecrest pinewood pink pinnacle pioneer pivot plain plains planet
  platinum plaza pleasant plum plus plymouth point polar polaris pond ponderosa poplar poppy port portal portland positive potomac prairie
  precision preferred premier premium prestige pride prime princess priority pristine progress progressive prominent promise pros prospect
  prosper prosperity provident providence pulse pure purple pyramid quail quality quantum quarter queen quest quick quiet quill rabbit radiant radius rain
  rainbow rainier range ranger rapid raven real red redeemer redrock redwood reef refuge regal regency regent region reliable reliance reliant
  renaissance renew renown resolute resource reunion revolution rhino rich ridge ridgeline ridgeview ridgewood rise rising river riverbend riverdale riverfront rivers riverside
  riverview riverwalk riverwood road roadrunner robin rock rocket rockies rocky rolling rose rosewood round royal ruby rural rush rustic sable sacred saddle safari safe
  saffron sage sail saint salem salmon salt salvation sanctuary sand sandstone sandy santa sapphire saturn savanna savvy scenic scout sea seaside season
  seasons secure select selective seneca sentinel sentry sequoia serene serenity seven shade shadow shamrock sharp shell shepherd sherwood shield
  shine shore shoreline sierra signal signature silver silverline silverado simple sixth sky skyline sleepy smart smile smooth snow solid solstice solution
  sonic source south southern southgate southside southwest southwind sovereign space spark sparkle special spectrum speed sphere spirit spring springs springfield spruce
  square stag stallion standard star starlight stars state stately station steady steel stellar step sterling stone stonebridge stonegate stonewall storm
  stratford strategic stream street strong style sugar summer summit sun sunbelt sunbright sunburst sundance sundown sunflower sunny sunrise sunset sunshine
  superb superior support supreme sure surf surge swan sweet swift sycamore synergy table talon tallgrass target team tech temple ten terra terrace texas thistle
  thomas three thrive thunder thunderbird tide tidewater tiger timber timberland timberline time titan top topaz torch total touch tower
  town tradition trail trails tranquil transit treasure tree trek tri triad triangle tribute trident trillium trinity trio triple triumph
  tropical true trust trusted turquoise turtle twin twilight two ultimate ultra unicorn union unique united unity universal upland upper uptown
  urban valiant valley value vanguard vantage vector vega velocity velvet venture venus veritas versa vertex vertical victor victoria victorian victory view viking
  villa village vine vintage violet virgin virtue vision vista vital vital viva vivid volunteer voyage voyager wagon walnut warrior water waterfall
  waterford waterfront watershed waterside wave waverly way webster wellness wellspring west western westgate westside westview westwood westbrook eastbrook wheat whisper white
  whitewater whole wild wilderness wildcat wildflower wildwood willow wilson wind windmill windsor wing wings winter wise wolf wonder
  wood woodbridge woodcrest woodland woodlands woodside work world worth wren yellow yellowstone york young zen zenith zephyr zero zion zone
  allen allan adams alexander anderson andersen andersson andrews armstrong arnold bailey baker barber barker barnes barnett barrett barry bates baxter beck becker bell
  bennett benson berg bishop black blair blake bowen boyd bradley brady brennan brewer briggs brock brooks brown browne bryant burke burns burton bush butler byrne
  cain caldwell cameron campbell carey carlson carlsen carpenter carr carroll carson carter case casey castro chan chang chapman chavez chen christensen christiansen clark clarke clay
  clayton coates cobb cohen cole coleman coles collins colby conner conners connor connors conway cook cooke cooper costa cox craig crawford cruz cummings cunningham curtis dalton
  daly daniel daniels davidson davies davis davison dawson dean delgado diaz dickson dixon donnelly douglas doyle drake duffy duncan dunn dunne dyer eaton edwards elliot elliott ellis
  erickson eriksen ericson evans farley farmer ferguson fernandez fields fischer fisher fitzgerald fleming fletcher flores flynn ford forbes foster fowler fox francis franklin
  frazier freeman french fritz frost fuller garcia gardner garner garrett garza george gibbs gibson gilbert gill glenn gomez gonzales gonzalez goodman goodwin gordon graham
  grant graves gray green greene greer gregory grey griffin griffith griffiths gross guerrero gutierrez guzman hale hall hamilton hammond hansen hanson hansson hardin harding hardy
  harper harris harrison harrisson hart hartman hartmann harvey hawkins hayes haynes henderson hendersen henry hernandez herrera hess hicks higgins hill hoffman hoffmann hofmann hogan holland holmes holt
  hopkins horn horton house howard howe howell hubbard hudson huff hughes hunt hunter hutchinson ingram irwin jackson jacob jacobs jacobson jacobsen james jarvis jenkins jennings jensen
  jenson johansen johansson johns johnson johnsen johnston jones jordan joseph joyce kane keller kelley kelly kemp kennedy kent kerr khan kim king kirby kirk klein knapp
  knight koch kramer kruger lamb lambert lane lang lange larsen larson larsson lawrence lawson leblanc lee leigh leonard lester levine levy lewis lindsay lindsey little lloyd logan long
  lopez lowe lucas luna lynch lynn lyons mack madden maddox maldonado mann manning marks marquez marsh marshall martin martinez mason massey matthews maxwell may mayer maier meier meyer meyers myers
  mccarthy mccoy mcdaniel mcdonald macdonald mcgee mcguire mcintyre mckay mckee mckenzie mackenzie mckinney mclean maclean mendez mendoza merritt michael middleton miles millar miller mills
  mitchell molina monroe montgomery moody moon mooney moore morales moran moreno morgan morris morrison morrow morse morton moss moyer mueller muller mullen mullins munoz murphy murray
  nash neal neil nelson nelsen newman newton nguyen nichols nicholson nielsen nielson nilsen nilsson noble nolan norman norris norton nunez obrien oconnor odonnell oliver olsen olson olsson
  oneal oneill ortega ortiz osborn osborne owen owens pace padilla page palmer park parker parks parsons patel patrick patterson patton paul payne pearce pearson pena perez
  perkins perry peters petersen peterson petersson pham phelps phillip phillips pierce poole pope porter potter powell powers pratt price prince pruitt quinn ramirez ramos ramsey randall
  ray raymond reed reid reese reeves reyes reynolds rhodes rice rich richard richards richardson richter riley rios ritter rivas rivera roach robbins robert roberts robertson robinson robles
  rodgers rodriguez rogers roman romero rosario rosas rose rosen ross roth rowe rowland ruiz russell russo ryan salazar sanchez sanders sanderson sandoval santiago santos saunders
  savage sawyer schaefer schafer schmid schmidt schmitt schmitz schneider schroeder schultz schulz schulze schwartz schwarz scott sellers sexton shaffer shaw shea shelton
  shepard shepherd sheppard sherman short silva simmons simon simons simpson sims singh skinner sloan small smith smyth smythe snider snow snyder solis sosa soto sparks spears spence spencer
  stafford stanley stanton stark steele stein stephens stephenson stevens stevenson stewart stuart stokes stone stout strickland strong stuart suarez sullivan summers sutherland sutton
  swanson sweeney tanner tate taylor terrell terry thomas thompson thomson thornton todd torres townsend tran travis trevino trujillo tucker turner tyler underwood valdez valencia valentine
  vance vargas vasquez vaughan vaughn vazquez vega velasquez vincent wade wagner walker wall wallace waller walls walsh walter walters walton ward warner warren washington waters watkins
  watson watt watts weaver webb weber webster weeks weiss welch wells welsh west whitaker whitehead whitney wiggins wilcox wiley wilkerson wilkins wilkinson william williams williamson willis
  willson wilson winters wise wolf wolfe wong wood woodard woods woodward wright wyatt yang yates york young zamora zhang zimmerman zimmermann
`);
