/** Where a configuration page shows a device of each kind with every field of its panel filled. */
export interface PanelCase {
  organizationId: string;
  configurationId: string;
  networkId: number;
  deviceId: number;
}

const northwind = { organizationId: '2', networkId: 135_601 };

/**
 * The named cases of the demo tenant. Ids do not depend on the seed or the time; everything not named here is
 * ordinary filling.
 */
export const DEMO = {
  organizations: {
    /** The MSP itself (`primary`); owns no network. */
    owner: '1',
    /** Network `northwind  traders`: equal but for case and white space. */
    northwind: '2',
    /** Two networks of its own and a third (`… - Warehouse`) as a suggestion. */
    harbor: '3',
    /** "Acme, Inc." for the network "Acme". Its id has 17 digits. */
    acme: '40000000000000003',
    /** Suggested for `… - Asheville` and `The …`. */
    blueRidge: '5',
    /** Short name and acronym "MCP". */
    meridian: '6',
    /** Short name "stmarys". */
    stMarys: '7',
    /** Two organizations of one name: their network is ambiguous. */
    lakeside: ['8', '9'],
    /** Umlauts and "&"; its network is written in capitals. */
    mueller: '10',
    /** HTML in the name. */
    html: '11',
    /** Right-to-left name. */
    rightToLeft: '12',
  },
  networks: {
    northwind: 135_601,
    harborMain: 135_602,
    harborSecond: 135_603,
    acme: 135_604,
    blueRidgeSite: 135_605,
    meridianAcronym: 135_606,
    stMarysShortName: 135_607,
    lakesideAmbiguous: 135_608,
    mueller: 135_609,
    html: 135_610,
    rightToLeft: 135_611,
    /** Belongs to no organization. */
    nobody: 135_612,
    /** Has no device (and no organization). */
    empty: 135_613,
    /** A typing error in the name. */
    typingError: 135_614,
    blueRidgeThe: 135_615,
    harborWarehouse: 135_616,
  },
  panel: {
    accessPoint: { ...northwind, configurationId: '100001', deviceId: 910_001 },
    switch: { ...northwind, configurationId: '100002', deviceId: 910_002 },
    managedPower: { ...northwind, configurationId: '100003', deviceId: 910_003 },
    router: { ...northwind, configurationId: '100004', deviceId: 910_004 },
  } satisfies Record<string, PanelCase>,
  /** Access points of `networks.northwind`, each with the configurations that make the case. */
  matching: {
    /** MAC in Cisco's form and the address on the LAN. */
    macAndIp: { deviceId: 910_011, configurationId: '100011' },
    /** MAC equal, another IP. */
    macOnly: { deviceId: 910_012, configurationId: '100012' },
    /** The MAC is on an interface that is not the primary one. */
    secondInterface: { deviceId: 910_013, configurationId: '100013' },
    /** Name equal but for case; no MAC. A suggestion. */
    nameOnly: { deviceId: 910_014, configurationId: '100014' },
    /** Name equal, and a MAC that is none (`18-5E-0F-ED-99-9J`). A suggestion. */
    junkMac: { deviceId: 910_015, configurationId: '100015' },
    /** Only an archived configuration fits. */
    archivedOnly: { deviceId: 910_016, configurationId: '100016' },
    /** An archived and a live one fit. */
    archivedBesideLive: { deviceId: 910_017, configurationId: '100017', archivedId: '100018' },
    /** Two configurations with the same MAC: neither may be taken. */
    ambiguous: { deviceId: 910_018, configurationIds: ['100019', '100020'] },
    /** Matched; changes are refused with 422. */
    psaSynced: { deviceId: 910_019, configurationId: '100021' },
    /** Nothing fits. */
    unmatched: { deviceId: 910_020 },
    /** The configuration's id has 17 digits. */
    bigId: { deviceId: 910_021, configurationId: '40000000000000021' },
  },
  devices: {
    /** Has not reported for days. */
    notReporting: 910_031,
    pastEndOfLife: 910_032,
    /** Within 90 days. */
    nearEndOfLife: 910_033,
    subscriptionEnded: 910_034,
    /** A row of the node list that is not an access point's: its `mac` is null. */
    broken: 910_035,
    /** HTML in name and description. */
    html: 910_036,
    rightToLeft: 910_037,
    /** A switch that never checked in: empty strings and zeros. */
    neverCheckedIn: 910_038,
    /** A DNA router, which is never synced. */
    dna: 910_039,
    /** A spare access point. */
    spare: 910_040,
  },
  /** What hangs on the switches and access points of `networks.northwind`. */
  connections: {
    /** On `panel.switch`, port 12, with PoE. */
    printer: { configurationId: '100061', mac: '00:1B:A9:4E:12:0C' },
    /** Its second interface, on the switch that is daisy-chained on port 16 of `panel.switch`. */
    phone: { configurationId: '100062', mac: '00:04:F2:9A:31:77' },
    /** On the access point of `panel.accessPoint`, SSID 1. */
    laptop: { configurationId: '100063', mac: '3C:A9:F4:51:8E:20' },
    /** On port 5 of `panel.switch`. */
    server: { mac: '00:15:5D:01:02:03' },
    /** On port 7 of `panel.switch`; nothing documents it. */
    unknown: { mac: 'B8:27:EB:10:20:30' },
  },
  users: {
    administrator: '35',
    /** In groups East and West: Northwind, Harbor, Müller. */
    manager: '36',
    /** In group Everyone: every organization. */
    managerOfAll: '37',
    editor: '38',
    creator: '39',
    lite: '40',
    readOnly: '41',
  },
  groups: { east: '42', west: '43', everyone: '44' },
  /** A flexible asset type people made, with one record. */
  email: { typeId: '33', recordId: '401' },
  /** SSIDs by network and number. */
  ssids: {
    /** 63 characters with quotes and spaces. */
    longKey: { networkId: 135_601, number: 1 },
    emoji: { networkId: 135_601, number: 2 },
    leadingSpaces: { networkId: 135_601, number: 3 },
    /** Made by people, switched off. */
    disabled: { networkId: 135_601, number: 4 },
    open: { networkId: 135_602, number: 1 },
    enterprise: { networkId: 135_602, number: 2 },
    enterpriseMixed: { networkId: 135_602, number: 3 },
    unknownAuthentication: { networkId: 135_602, number: 4 },
    /** Two with one name; number 2 was never made. */
    sameName: { networkId: 135_603, numbers: [1, 3] },
    /** 32 bytes and quotes. */
    longName: { networkId: 135_609, number: 1 },
    html: { networkId: 135_610, number: 1 },
    rightToLeft: { networkId: 135_611, number: 1 },
  },
} as const;
