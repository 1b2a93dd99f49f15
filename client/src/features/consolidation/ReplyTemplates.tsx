// Answers that are given again and again: inserted into what is being written, kept from it, put away.
import { useState, type ReactNode } from 'react';
import { useKeepTemplate, useReplyTemplates } from '../../api/observations.ts';
import { refusalWords } from '../../api/refusal-words.ts';
import { templateTitleLimit } from '@cocrea/shared/domain/observation.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { tell } from '../../ui/Toast.tsx';
import styles from './desk.module.css';
import { useWords } from './words.ts';

interface ReplyTemplatesProps {
  readonly labId: string;
  readonly response: string;
  readonly onInsert: (text: string) => void;
}

export function ReplyTemplates({ labId, response, onInsert }: ReplyTemplatesProps): ReactNode {
  const words = useWords();
  const say = words.consolidation.answer;
  const { data } = useReplyTemplates(labId);
  const keep = useKeepTemplate(labId);
  const [title, setTitle] = useState('');
  const templates = data?.templates ?? [];
  const { beside, whole } = refusalWords(keep.error, { fields: ['title', 'text'], words });
  return (
    <details>
      <summary>{say.templates}</summary>
      <div className={styles.section}>
        {templates.length > 0 && (
          <Select
            label={say.template}
            value=""
            options={[{ value: '', label: say.template }, ...templates.map(({ id, title: label }) => ({ value: id, label }))]}
            onChange={(id) => {
              const template = templates.find((one) => one.id === id);
              if (template !== undefined) onInsert(template.text);
            }}
          />
        )}
        <TextField
          label={say.templateTitle}
          value={title}
          limit={templateTitleLimit}
          error={beside.title}
          onChange={setTitle}
          optional
        />
        {whole !== undefined && <Banner tone="danger">{whole}</Banner>}
        <div className={styles.ways}>
          <Button
            look="quiet"
            disabled={title.trim() === '' || response.trim() === ''}
            pending={keep.isPending}
            onClick={() =>
              keep.mutate(
                { title, text: response },
                {
                  onSuccess: () => {
                    tell(say.templateSaved);
                    setTitle('');
                  },
                },
              )
            }
          >
            {say.saveTemplate}
          </Button>
        </div>
        {templates.length > 0 && (
          <ul className={styles.list}>
            {templates.map(({ id, title: name, text }) => (
              <li key={id} className={styles.head}>
                <span>{name}</span>
                <Button
                  look="quiet"
                  aria-label={`${say.removeTemplate}: ${name}`}
                  onClick={() => keep.mutate({ id, title: name, text, removed: true })}
                >
                  {say.removeTemplate}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </details>
  );
}
