// Checks the file of a published draft on this device: its fingerprint is computed anew from its words, and nothing is sent anywhere.
import { readPublished, recomputed, type PublishedDraft } from '@cocrea/shared/document/canonical.ts';
import { momentInWords } from '@cocrea/shared/i18n/dates.ts';
import { useId, useState, type ReactNode } from 'react';
import { usePublicDraft } from '../../api/publication.ts';
import { Fetching } from '../../app/Fetching.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Page } from '../../ui/Page.tsx';
import { useLanguage } from '../../ui/words.ts';
import styles from './publication.module.css';
import { useWords } from './words.ts';

export default function VerifyPage(): ReactNode {
  return (
    <Fetching>
      <Verify />
    </Fetching>
  );
}

function Verify(): ReactNode {
  const { verify: say } = useWords().publication;
  const id = useId();
  const [read, setRead] = useState<PublishedDraft | 'not one' | null>(null);
  return (
    <Page title={say.title} lede={say.lede} width="narrow">
      <div className={styles.facts}>
        <label htmlFor={id}>{say.file}</label>
        <input
          id={id}
          type="file"
          accept=".json,application/json"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file === undefined) setRead(null);
            else void file.text().then((text) => setRead(readPublished(text) ?? 'not one'));
          }}
        />
      </div>
      <div role="status">
        {read === 'not one' && <Banner tone="danger">{say.notOne}</Banner>}
        {read !== null && read !== 'not one' && <Verdict published={read} />}
      </div>
      <section className={styles.facts}>
        <h2 className={styles.heading}>{say.how}</h2>
        <p>{say.howText}</p>
      </section>
    </Page>
  );
}

function Verdict({ published }: { readonly published: PublishedDraft }): ReactNode {
  const { verify: say } = useWords().publication;
  const language = useLanguage();
  const computed = recomputed(published);
  const { draft, fingerprint, frozenAt } = published;
  const known = usePublicDraft(draft.lab, draft.draftNo).data?.draft.fingerprint;
  const matches = computed === fingerprint;
  return (
    <div className={styles.facts}>
      <Banner tone={matches ? 'info' : 'danger'}>{matches ? say.same : say.other}</Banner>
      <p>{say.of(draft.title, momentInWords(Date.parse(frozenAt), language))}</p>
      <p className={styles.small}>{say.written}</p>
      <p className={styles.print}>{fingerprint}</p>
      <p className={styles.small}>{say.computed}</p>
      <p className={styles.print}>{computed}</p>
      {known !== undefined && known !== null && <p>{known === computed ? say.known : say.unknown}</p>}
    </div>
  );
}
