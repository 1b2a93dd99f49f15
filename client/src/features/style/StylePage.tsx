// `/estilo`: every piece of `ui/` in all its states, so that whoever builds with them sees them, and whoever changes one sees what it does.
// Its sections stand beside this file, one a file; a test fails for a piece that none of them shows.
import type { ReactNode } from 'react';
import { Page } from '../../ui/Page.tsx';
import { useStyleWords } from './use-style-words.ts';
import { anchors, type PieceName, pieceNames } from './anchors.ts';
import { BannersSection } from './BannersSection.tsx';
import { ButtonsSection } from './ButtonsSection.tsx';
import { CardsSection } from './CardsSection.tsx';
import { CheckboxesSection } from './CheckboxesSection.tsx';
import { CodesSection } from './CodesSection.tsx';
import { ColorsSection } from './ColorsSection.tsx';
import { DialogsSection } from './DialogsSection.tsx';
import { FieldsSection } from './FieldsSection.tsx';
import { FormSection } from './FormSection.tsx';
import { KindsSection } from './KindsSection.tsx';
import { MenuSection } from './MenuSection.tsx';
import { PageSection } from './PageSection.tsx';
import { PeopleSection } from './PeopleSection.tsx';
import { ProcessSection } from './ProcessSection.tsx';
import { SelectSection } from './SelectSection.tsx';
import { SpaceSection } from './SpaceSection.tsx';
import { StatesSection } from './StatesSection.tsx';
import { StatusSection } from './StatusSection.tsx';
import styles from './style-page.module.css';
import { SwitchesSection } from './SwitchesSection.tsx';
import { TableSection } from './TableSection.tsx';
import { TabsSection } from './TabsSection.tsx';
import { ToastsSection } from './ToastsSection.tsx';
import { TypeSection } from './TypeSection.tsx';
import { WaitingSection } from './WaitingSection.tsx';

const sections: Record<PieceName, () => ReactNode> = {
  colors: ColorsSection,
  type: TypeSection,
  space: SpaceSection,
  page: PageSection,
  buttons: ButtonsSection,
  fields: FieldsSection,
  checkboxes: CheckboxesSection,
  cards: CardsSection,
  select: SelectSection,
  switches: SwitchesSection,
  form: FormSection,
  dialogs: DialogsSection,
  menu: MenuSection,
  tabs: TabsSection,
  table: TableSection,
  banners: BannersSection,
  toasts: ToastsSection,
  states: StatesSection,
  status: StatusSection,
  waiting: WaitingSection,
  people: PeopleSection,
  kinds: KindsSection,
  process: ProcessSection,
  codes: CodesSection,
};

export default function StylePage(): ReactNode {
  const style = useStyleWords();
  return (
    <Page title={style.title} lede={style.lede}>
      <nav aria-label={style.contents}>
        <ul className={styles.contents}>
          {pieceNames.map((name) => (
            <li key={name}>
              <a className={styles.link} href={`#${anchors[name]}`}>
                {style.pieces[name].title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {pieceNames.map((name) => {
        const Shown = sections[name];
        return <Shown key={name} />;
      })}
    </Page>
  );
}
