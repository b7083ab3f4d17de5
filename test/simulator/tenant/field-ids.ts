/**
 * The named cases of the field tenant: what real accounts do to a client, one of each. Ids do not depend on the time;
 * everything not named here is ordinary filling.
 */
export const FIELD = {
  organizations: {
    /** Two organizations are the MSP's own. */
    primaries: ['1', '9007199254740999'],
    /** "AT&T Store #12" for the network "ATT Store 12": Network Manager allows few characters. */
    store: '21',
    /** "St. Mary’s Hospital" for the network "St Mary s Hospital". */
    hospital: '22',
    /** Its network has its name; most cases are there. */
    harbor: '23',
    /** Out of reach with all that is in it; its network has its name. */
    vault: '24',
    /** An HTML entity in the name: "Smith &amp; Sons". */
    entity: '25',
    /** Emoji, and an id of 17 digits. */
    emoji: '40000000000000025',
    rightToLeft: '27',
    /** A tab and a bell in the name. */
    controlCharacters: '28',
    /** Brought in by a PSA. */
    psaSynced: '29',
  },
  networks: {
    store: 136_001,
    hospital: 136_002,
    harbor: 136_003,
    vault: 136_004,
    entity: 136_005,
    emoji: 136_006,
    rightToLeft: 136_007,
    controlCharacters: 136_008,
    /** Its settings are out of the key's reach. */
    settingsOutOfReach: 136_009,
    withoutDevices: [136_011, 136_012, 136_013],
  },
  /** Devices of `networks.harbor`, with the configurations that make the case. */
  devices: {
    /** Matched by its MAC; `addAgain` gives it a new id. */
    switch: { deviceId: 920_001, configurationId: '200001' },
    /** Matched by its MAC; `replaceDevice` puts another box in its place. */
    replaceable: { deviceId: 920_002, configurationId: '200002' },
    /** Only an RMM knows its MAC. */
    rmmOnly: { deviceId: 920_003, configurationId: '200003' },
    /** Two configurations have its MAC. */
    sameMac: { deviceId: 920_004, configurationIds: ['200004', '200005'] },
    /** A PSA brought in a twin of its configuration, which refuses changes. */
    psaTwin: { deviceId: 920_005, configurationId: '200006', twinId: '200007' },
    /** Its configuration is listed, but may neither be read nor changed. */
    outOfReach: { deviceId: 920_006, configurationId: '200008' },
    /** Latitude as text, `down: 0`, `lifecycle: []`, a name of digits, `active_clients: "3"`, `last_checkin: false`. */
    oddValues: { deviceId: 920_007, configurationId: '200009' },
    /** Linked by the vendor's own integration, too. */
    linkedByVendor: { deviceId: 920_008, configurationId: '200010' },
  },
  /** Records of Wi-Fi networks that an earlier installation documented, of `networks.harbor`. */
  records: {
    typeId: '300',
    /** SSID 1: people filled their own Upload, Password and Date fields. */
    ofPeople: { number: 1, recordId: '301', passwordId: '302' },
    /** SSID 2: people's fields are empty. */
    plain: { number: 2, recordId: '303', passwordId: '304' },
  },
  users: { administrator: '41', manager: '42' },
  groups: { east: '45' },
} as const;
