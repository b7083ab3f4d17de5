import type { ComponentChild } from 'preact';
import { Icon, type IconName } from '@/components/icons/icon';
import { ProductMark } from '@/components/icons/product-mark';
import { allProblems } from '@/components/state/problems.fixture';
import { statuses } from '@/components/state/statuses.fixture';
import { Button } from '@/components/ui/button';
import { DeviceStatusDot } from '@/components/ui/device-status-dot';
import { FieldList } from '@/components/ui/field-list';
import { Notice } from '@/components/ui/notice';
import { ProgressBar } from '@/components/ui/progress-bar';
import { StatusDot } from '@/components/ui/status-dot';
import { StatusLine } from '@/components/ui/status-line';
import { Time } from '@/components/ui/time';
import { ValueText } from '@/components/ui/value-text';
import type { DeviceStatus } from '@/lib/model/device';
import { syncStages } from '@/lib/model/run';
import { problemInFull } from '@/lib/words/problems';
import type { Tone } from '@/lib/words/tone';
import type { Entry, Surface } from './entry';

const now = Date.parse('2026-03-05T12:00:00Z');

const tones = {
  good: true,
  warning: true,
  bad: true,
  info: true,
  neutral: true,
} as const satisfies Record<Tone, true>;
const everyTone = Object.keys(tones) as Tone[];

export const deviceStatuses = {
  up: true,
  down: true,
  pairing: true,
  spare: true,
  unknown: true,
} as const satisfies Record<DeviceStatus, true>;

const buttonKinds = {
  plain: true,
  primary: true,
  danger: true,
  quiet: true,
} as const satisfies Record<NonNullable<Parameters<typeof Button>[0]['kind']>, true>;

const icons = {
  'access-point': true,
  switch: true,
  'managed-power': true,
  router: true,
  history: true,
  refresh: true,
  warning: true,
  'external-link': true,
  bolt: true,
  check: true,
  close: true,
  search: true,
  chevron: true,
  dock: true,
  undock: true,
  copy: true,
  corner: true,
  collapse: true,
  expand: true,
  settings: true,
  lock: true,
} as const satisfies Record<IconName, true>;

const long =
  'What is to be said takes longer than one line has room for, and has to break somewhere. ';
const values = [
  'ac:86:74:0b:c1:80',
  '2001:db8:85a3:8d3:1319:8a2e:370:7348',
  '7.0.4-rc.1+20260305',
  `sha256:${'0123456789abcdef'.repeat(4)}`,
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  'x'.repeat(5_000),
];

/** Some of a part, one below the other. */
const entry = (name: string, content: () => ComponentChild): Entry => ({
  name,
  card: () => (
    <div style="display: grid; grid-template-columns: minmax(0, 1fr); gap: 8px">{content()}</div>
  ),
});

/** What all surfaces are made of, alone. */
export const parts: Surface = {
  name: 'parts',
  widths: [320, 640],
  entries: [
    entry('buttons', () =>
      (Object.keys(buttonKinds) as (keyof typeof buttonKinds)[]).map((kind) => (
        <div key={kind}>
          <Button kind={kind}>{kind}</Button>{' '}
          <Button kind={kind} icon="refresh">
            with an icon
          </Button>{' '}
          <Button kind={kind} icon="refresh" busy>
            busy
          </Button>{' '}
          <Button kind={kind} disabled>
            disabled
          </Button>{' '}
          <Button kind={kind} icon="close" label="Close" />
        </div>
      )),
    ),
    entry('icons', () => (
      <p>
        <ProductMark />{' '}
        {(Object.keys(icons) as IconName[]).map((name) => (
          <span key={name} title={name}>
            <Icon name={name} />{' '}
          </span>
        ))}
      </p>
    )),
    entry('notices', () =>
      everyTone.map((tone) => (
        <Notice key={tone} tone={tone} action={<Button>Next step</Button>}>
          {tone}: {long}
        </Notice>
      )),
    ),
    entry('notices with two steps and a title', () =>
      everyTone.map((tone) => (
        <Notice
          key={tone}
          tone={tone}
          title="In short."
          action={
            <>
              <Button icon="settings">Open options</Button>
              <Button kind="quiet">Check setup</Button>
            </>
          }
        >
          {long}
        </Notice>
      )),
    ),
    entry('notices without a step', () =>
      everyTone.map((tone) => (
        <Notice key={tone} tone={tone}>
          {tone}
        </Notice>
      )),
    ),
    entry('problems', () =>
      allProblems.map(([name, problem]) => (
        <Notice key={name} tone="warning" title={name}>
          {problemInFull(problem)}
        </Notice>
      )),
    ),
    entry('status dots', () => [
      ...everyTone.map((tone) => <StatusDot key={tone} tone={tone} word={tone} />),
      ...(Object.keys(deviceStatuses) as DeviceStatus[]).map((status) => (
        <DeviceStatusDot key={status} status={status} />
      )),
    ]),
    entry('status lines', () => [
      ...Object.entries(statuses).map(([state, status]) => (
        <StatusLine key={state} status={status} now={now} />
      )),
      ...syncStages.map((stage) => (
        <StatusLine key={stage} status={{ ...statuses.syncing, stage }} now={now} />
      )),
      ...allProblems.map(([name, problem]) => (
        <StatusLine key={name} status={{ ...statuses.error, problem }} now={now} />
      )),
    ]),
    entry('fields', () => (
      <FieldList
        items={[
          { key: 'plain', label: 'Plain', value: '192.168.10.21' },
          { key: 'changed', label: 'Changed a moment ago', value: '17/26', changed: true },
          ...everyTone.map((tone) => ({ key: tone, label: tone, value: tone, tone })),
          {
            key: 'long',
            label: 'Bezeichnungsdonaudampfschifffahrtsgesellschaftskapitän',
            value: long,
          },
        ]}
      />
    )),
    entry('values', () =>
      values.map((value) => (
        <p key={value} style="overflow-wrap: anywhere">
          <ValueText text={value} />
        </p>
      )),
    ),
    entry('times', () =>
      [-400 * 86_400, -86_400, -3_600, -60, 0, 60, 3_600, 86_400].map((seconds) => (
        <Time key={seconds} at={new Date(now + seconds * 1_000).toISOString()} now={now} />
      )),
    ),
    entry('progress', () => [
      <ProgressBar key="none" label="Not known" done={0} total={0} />,
      <ProgressBar key="some" label="Some" done={3} total={16} />,
      <ProgressBar key="all" label="All" done={16} total={16} />,
    ]),
  ],
};
