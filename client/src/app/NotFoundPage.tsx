// An address that is no page.
import type { ReactNode } from 'react';
import { ButtonLink } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { useWords } from '../ui/words.ts';
import { paths } from './paths.ts';

export function NotFoundPage(): ReactNode {
  const { notFound } = useWords().app;
  return (
    <Page title={notFound.title} lede={notFound.what} width="narrow">
      <div>
        <ButtonLink href={paths.first} look="primary">
          {notFound.go}
        </ButtonLink>
      </div>
    </Page>
  );
}
