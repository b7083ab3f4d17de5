import type { Random } from './random';

const firsts = [
  'Alder', 'Amber', 'Anchor', 'Apex', 'Aspen', 'Atlas', 'Beacon', 'Birch', 'Bluestone', 'Bridgewater', 'Brookfield',
  'Canyon', 'Cascade', 'Cedar', 'Clearwater', 'Copper', 'Crescent', 'Delta', 'Eastgate', 'Elmwood', 'Evergreen',
  'Fairview', 'Falcon', 'Foxglove', 'Granite', 'Greenfield', 'Harvest', 'Hawthorn', 'Heritage', 'Highland', 'Hillcrest',
  'Ironwood', 'Juniper', 'Keystone', 'Kingfisher', 'Lakeshore', 'Larkspur', 'Liberty', 'Lighthouse', 'Magnolia',
  'Maple', 'Meadow', 'Millstone', 'Monarch', 'Oakridge', 'Orchard', 'Pacific', 'Pinecrest', 'Pioneer', 'Prairie',
  'Quarry', 'Redwood', 'Ridgeline', 'Riverbend', 'Saffron', 'Sandstone', 'Sequoia', 'Silver', 'Skyline', 'Spruce',
  'Stonebridge', 'Summit', 'Sycamore', 'Tamarack', 'Thornton', 'Timber', 'Trillium', 'Union', 'Valley', 'Vanguard',
  'Walnut', 'Westfield', 'Whitewater', 'Willow', 'Windmill', 'Yellowstone',
] as const; // prettier-ignore
const trades = [
  'Accounting', 'Architects', 'Auto Group', 'Bakery', 'Brewing', 'Builders', 'Capital', 'Chiropractic', 'Coffee',
  'Community Bank', 'Construction', 'Credit Union', 'Dental', 'Distribution', 'Electric', 'Engineering', 'Eye Care',
  'Family Medicine', 'Farms', 'Fitness', 'Foods', 'Freight', 'Furniture', 'Hardware', 'Health', 'Hospitality', 'Hotel',
  'Insurance', 'Landscaping', 'Law', 'Logistics', 'Manufacturing', 'Marketing', 'Orthopedics', 'Pediatrics', 'Pharmacy',
  'Plumbing', 'Printing', 'Properties', 'Realty', 'Roofing', 'School', 'Senior Living', 'Software', 'Supply',
  'Surveying', 'Tools', 'Transport', 'Veterinary', 'Wealth Management',
] as const; // prettier-ignore
const forms = [
  '',
  '',
  ' Inc.',
  ', Inc.',
  ' LLC',
  ', LLC',
  ' Ltd',
  ' Group',
  ' & Sons',
  ' Co.',
  ' LLP',
  ' Partners',
];
const sites = [
  'HQ',
  'Main Office',
  'Warehouse',
  'Eastside',
  'Downtown',
  'Plant 2',
  'Branch',
  'North Campus',
];
export const cities = [
  'Portland', 'Boise', 'Spokane', 'Tacoma', 'Eugene', 'Salem', 'Bend', 'Asheville', 'Dayton', 'Madison', 'Tulsa', 'Reno',
] as const; // prettier-ignore
const rooms = [
  'Lobby', 'Reception', 'Back Office', 'Conference A', 'Conference B', 'Warehouse', 'Break Room', 'Server Room',
  'Hallway', 'Second Floor', 'Workshop', 'Showroom', 'Patio', 'Loading Dock', 'Exam 1', 'Exam 2', 'Library', 'Gym',
] as const; // prettier-ignore

/** The name of a company, unlike all given before from the same set. */
export function companyName(random: Random, taken: Set<string>): string {
  for (;;) {
    const name = `${random.pick(firsts)} ${random.pick(trades)}${random.pick(forms)}`;
    const numbered = taken.size > 2000 ? `${name} ${taken.size}` : name;
    if (taken.has(numbered)) continue;
    taken.add(numbered);
    return numbered;
  }
}

/** How people name the network of a company: mostly the same, sometimes as they say it. */
export function networkName(random: Random, company: string): string {
  const bare = company.replace(/,? (Inc\.?|LLC|Ltd|Co\.|LLP|Group|Partners)$/, '');
  switch (random.between(0, 9)) {
    case 0:
      return bare;
    case 1:
      return `${bare} - ${random.pick(sites)}`;
    case 2:
      return `${bare} (${random.pick(cities)})`;
    case 3:
      return company.toUpperCase();
    case 4:
      return `${company.toLowerCase()} `;
    default:
      return company;
  }
}

export function roomName(random: Random): string {
  return random.pick(rooms);
}

/** First letters of the words, for device names: "Harbor Dental Group" → "HDG". */
export function initials(name: string): string {
  return name
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word[0] ?? '')
    .join('')
    .toUpperCase()
    .slice(0, 4);
}
