// Answers one observation, or a group of alike ones at once: disposition, where it stands in the draft, and the reason. Whoever is overtaken by
// somebody else's answer sees it beside their own words and says which of the two stands.
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import {
  dispositions,
  needsDestination,
  observationLimits,
  type Disposition,
  type Observation,
} from '@cocrea/shared/domain/observation.ts';
import { momentInWords } from '@cocrea/shared/i18n/dates.ts';
import type { Editor } from '@tiptap/core';
import { ArrowLeft, ChevronDown, ChevronUp } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useAnalysing, useAnswering } from '../../api/observations.ts';
import { useActor } from '../../api/session.ts';
import { refusalWords } from '../../api/refusal-words.ts';
import { BlockPicker } from '../../editor/BlockPicker.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { LinesField } from '../../ui/LinesField.tsx';
import { RadioCards } from '../../ui/RadioCards.tsx';
import { Select } from '../../ui/Select.tsx';
import { tell } from '../../ui/Toast.tsx';
import { useLanguage } from '../../ui/words.ts';
import { Alike } from './Alike.tsx';
import { Destinations } from './Destinations.tsx';
import styles from './desk.module.css';
import { forgetAnswer, keepAnswer, keptAnswer, type KeptAnswer } from './kept-answer.ts';
import { LaidAside, Overtaken } from './Overtaken.tsx';
import { ReplyTemplates } from './ReplyTemplates.tsx';
import { Said } from './Said.tsx';
import type { DeskSource } from './source.ts';
import { useSeenAnswers } from './use-seen-answers.ts';
import { useWords } from './words.ts';

interface AnswerFormProps {
  readonly draft: DraftDocument;
  readonly observation: Observation;
  readonly all: readonly Observation[];
  readonly editor: Editor | null;
  readonly lookers: readonly string[];
  readonly onBack: () => void;
  readonly onGo: (by: 1 | -1) => void;
  readonly onIncorporate: (source: Pick<DeskSource, 'kind' | 'id' | 'label' | 'text'>) => void;
}

export function AnswerForm(props: AnswerFormProps): ReactNode {
  const { draft, observation, all, editor, lookers, onBack, onGo, onIncorporate } = props;
  const words = useWords();
  const { answer: say, queue } = words.consolidation;
  const about = words.observations;
  const language = useLanguage();
  const answering = useAnswering(draft.labId);
  const analysing = useAnalysing(draft.labId);
  const personId = useActor()?.personId ?? '';
  const [kept] = useState(() => unsentAnswer(personId, observation));
  const [disposition, setDisposition] = useState<Disposition | null>(kept === null ? observation.disposition : kept.disposition);
  const [response, setResponse] = useState(kept?.response ?? observation.response ?? '');
  const [blocks, setBlocks] = useState<readonly string[]>(() => [
    ...new Set([...(kept?.blocks ?? []), ...observation.destinations.map(({ blockId }) => blockId)]),
  ]);
  const [duplicateOf, setDuplicateOf] = useState(kept === null ? observation.duplicateOf : kept.duplicateOf);
  /** Something here is one's own and not sent yet. */
  const [touched, setTouched] = useState(kept !== null);
  /** One's own response after the other answer was taken. */
  const [aside, setAside] = useState('');
  const [picking, setPicking] = useState(false);
  const [refusal, setRefusal] = useState<object | null>(null);
  const group = observation.groupId === null ? [] : all.filter((one) => one.groupId === observation.groupId);
  const others = group.filter(({ id }) => id !== observation.id);
  const together = [observation, ...others];
  const { overtaken, see, seen } = useSeenAnswers(together, kept?.seen ?? []);
  const settled = observation.state === 'answered';
  /** One's own answer may come back over the feed before its own request does. */
  const isOvertaken = overtaken.length > 0 && !answering.isPending && !settled;

  // What came into the text meanwhile by incorporating it is a destination too: only what is typed here is kept against what others did.
  const known = useRef(observation.destinations);
  useEffect(() => {
    const before = new Set(known.current.map(({ blockId }) => blockId));
    const added = observation.destinations.map(({ blockId }) => blockId).filter((blockId) => !before.has(blockId));
    known.current = observation.destinations;
    if (added.length > 0) setBlocks((now) => [...new Set([...now, ...added])]);
  }, [observation.destinations]);

  // What is one's own stays on the device until it is sent or let go.
  useEffect(() => {
    if (!touched) return;
    keepAnswer({ personId, observationId: observation.id }, { response, disposition, duplicateOf, blocks, seen: [...seen] });
  }, [touched, personId, observation.id, response, disposition, duplicateOf, blocks, seen]);

  function take(theirs: Observation): void {
    setDisposition(theirs.disposition);
    setResponse(theirs.response ?? '');
    setBlocks(theirs.destinations.map(({ blockId }) => blockId));
    setDuplicateOf(theirs.duplicateOf);
    setTouched(false);
    setRefusal(null);
    see(together);
  }
  // Whoever only looks has nothing to choose: the form shows what is.
  if (isOvertaken && !touched) take(observation);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { target } = event;
      const typing =
        target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'j') onGo(1);
      else if (event.key === 'k') onGo(-1);
      const chosen = dispositions[Number(event.key) - 1];
      if (chosen === undefined || settled) return;
      setDisposition(chosen);
      setTouched(true);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onGo, settled]);

  const { beside, whole } = refusalWords(answering.error, { fields: ['response', 'duplicateOf'], words });
  const wantsBlock = disposition !== null && needsDestination(disposition);
  const wants = refusal === null ? {} : { disposition: disposition === null, block: wantsBlock && blocks.length === 0 };

  function write(text: string): void {
    setResponse(text);
    setTouched(true);
  }

  function send(finished: boolean): void {
    if (disposition === null) return setRefusal({});
    if (finished && ((wantsBlock && blocks.length === 0) || (disposition !== 'duplicate' && response.trim() === '')))
      return setRefusal({});
    setTouched(true);
    answering.mutate(
      {
        observations: together.map(({ id, version }) => ({ id, version })),
        disposition,
        duplicateOf: disposition === 'duplicate' ? duplicateOf : null,
        response: finished ? response : '',
        destinations: wantsBlock ? blocks.map((blockId) => ({ documentId: draft.id, blockId })) : [],
      },
      {
        onSuccess: (answered) => {
          see(answered);
          if (finished) forgetAnswer({ personId, observationId: observation.id });
          // The words of an answer that is not finished are here only.
          setTouched(!finished && response.trim() !== '');
          setRefusal(null);
          if (!finished) return tell(say.saved);
          tell(answered.length > 1 ? say.doneMany(answered.length) : say.done(observation.folio));
          onGo(1);
        },
        onError: setRefusal,
      },
    );
  }

  const candidates = all.filter(({ id, disposition: other }) => id !== observation.id && other !== 'duplicate');
  return (
    <div className={styles.panel} data-answering={observation.folio}>
      <div className={styles.head}>
        <Button look="quiet" icon={<ArrowLeft aria-hidden="true" />} onClick={onBack}>
          {queue.back}
        </Button>
        <span>
          <IconButton label={say.previous} onClick={() => onGo(-1)}>
            <ChevronUp aria-hidden="true" />
          </IconButton>
          <IconButton label={say.next} onClick={() => onGo(1)}>
            <ChevronDown aria-hidden="true" />
          </IconButton>
        </span>
      </div>
      <h2 className={styles.heading}>
        {others.length === 0 ? say.title(observation.folio) : say.titleMany(observation.folio, others.length)}
      </h2>
      {lookers.length > 0 && <Banner>{queue.lookers(lookers.join(', '))}</Banner>}
      {together.map((one) => (
        <Said key={one.id} observation={one} />
      ))}
      {observation.state === 'received' && (
        <div>
          <Button look="quiet" pending={analysing.isPending} onClick={() => analysing.mutate(observation)}>
            {say.analyse}
          </Button>
        </div>
      )}
      {observation.decidedByName !== null && observation.decidedAt !== null && (
        <p className={styles.small}>{say.signed(observation.decidedByName, momentInWords(observation.decidedAt, language))}</p>
      )}
      {observation.satisfaction === 'unsatisfied' && (
        <Banner tone="warning">
          {say.objection}: {observation.satisfactionReason}
        </Banner>
      )}
      <Alike observation={observation} all={all} labId={draft.labId} />
      {settled ? (
        <>
          <Banner>
            <p>{say.settled}</p>
            <p lang="es">{observation.response}</p>
          </Banner>
          {touched && response.trim() !== '' && (
            <LaidAside
              words={response}
              onDiscard={() => {
                setTouched(false);
                setResponse('');
                forgetAnswer({ personId, observationId: observation.id });
              }}
            />
          )}
        </>
      ) : (
        <Form onSubmit={() => !isOvertaken && send(true)} refusal={refusal}>
          <RadioCards
            legend={say.disposition}
            value={disposition}
            error={wants.disposition ? words.ui.required : undefined}
            cards={dispositions.map((value, index) => ({
              value,
              label: `${index + 1}. ${about.dispositions[value]}`,
              hint: say.hints[value],
            }))}
            onChange={(value) => {
              setDisposition(value);
              setTouched(true);
            }}
          />
          {disposition === 'duplicate' ? (
            <Select
              label={say.duplicateOf}
              value={duplicateOf ?? ''}
              error={beside.duplicateOf}
              options={[
                { value: '', label: say.duplicateNone },
                ...candidates.map(({ id, folio, justification }) => ({
                  value: id,
                  label: `${folio} · ${justification.slice(0, 60)}`,
                })),
              ]}
              onChange={(id) => {
                setDuplicateOf(id === '' ? null : id);
                setTouched(true);
              }}
            />
          ) : (
            <>
              {wantsBlock && (
                <Destinations
                  editor={editor}
                  blocks={blocks}
                  error={wants.block ? say.destinationMissing : undefined}
                  onAdd={() => setPicking(true)}
                  onRemove={(blockId) => {
                    setBlocks(blocks.filter((one) => one !== blockId));
                    setTouched(true);
                  }}
                  onIncorporate={() =>
                    onIncorporate({
                      ...{ kind: 'observation', id: observation.id, label: observation.folio },
                      text: observation.proposedText ?? observation.justification,
                    })
                  }
                />
              )}
              <LinesField
                label={say.response}
                hint={say.responseHint}
                value={response}
                limit={observationLimits.response}
                error={refusal !== null && disposition !== null && response.trim() === '' ? words.ui.required : beside.response}
                onChange={write}
                rows={5}
              />
              <ReplyTemplates
                labId={draft.labId}
                response={response}
                onInsert={(text) => write(response.trim() === '' ? text : `${response.trimEnd()}\n${text}`)}
              />
            </>
          )}
          {aside !== '' && (
            <LaidAside
              words={aside}
              onUse={() => {
                write(aside);
                setAside('');
              }}
              onDiscard={() => setAside('')}
            />
          )}
          {isOvertaken && <Overtaken answers={overtaken} mine={response} editor={editor} />}
          {whole !== undefined && !isOvertaken && <Banner tone="danger">{whole}</Banner>}
          <p className={styles.small}>{say.keys}</p>
          {isOvertaken ? (
            // Other buttons than those that stood here: a hand already on its way to one of them answers nothing.
            <FormActions key="both">
              <Button
                onClick={() => {
                  setAside(response.trim() === observation.response ? '' : response.trim());
                  take(observation);
                  forgetAnswer({ personId, observationId: observation.id });
                  answering.reset();
                }}
              >
                {say.takeTheirs}
              </Button>
              <Button look="primary" onClick={() => send(true)}>
                {say.again}
              </Button>
            </FormActions>
          ) : (
            <FormActions key="one">
              <Button onClick={() => send(false)} disabled={disposition === null || answering.isPending}>
                {say.save}
              </Button>
              <Button look="primary" type="submit" pending={answering.isPending}>
                {say.go}
              </Button>
            </FormActions>
          )}
        </Form>
      )}
      {picking && editor !== null && (
        <BlockPicker
          editor={editor}
          words={{
            title: words.consolidation.incorporate.choose,
            search: words.consolidation.incorporate.search,
            noneFound: words.consolidation.incorporate.noneFound,
          }}
          onClose={() => setPicking(false)}
          onChoose={({ blockId }) => {
            setBlocks([...new Set([...blocks, blockId])]);
            setTouched(true);
            setPicking(false);
          }}
        />
      )}
    </div>
  );
}

/** What is kept of one's own, unless it has arrived: who left before they were told does not answer themselves anew. */
function unsentAnswer(personId: string, { id, decidedBy, response }: Observation): KeptAnswer | null {
  const kept = keptAnswer({ personId, observationId: id });
  return decidedBy === personId && kept?.response.trim() === response ? null : kept;
}
